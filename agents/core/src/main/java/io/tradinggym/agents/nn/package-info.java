/**
 * Small neural networks on the CPU, fast and with the same bits everywhere.
 *
 * <p>{@link io.tradinggym.agents.nn.Network} is a chain of {@link io.tradinggym.agents.nn.Layer layers}; it holds
 * shapes only and may be shared. Its parameters, and their gradients, each live in one {@code float[]} of the caller,
 * so that optimising, clipping, copying and saving are single loops; a {@link io.tradinggym.agents.nn.ParameterLayout}
 * joins the slices of several networks in one array and names every tensor. What a pass writes lies in a {@link
 * io.tradinggym.agents.nn.Workspace}, one for each thread; forward and backward allocate nothing. {@link
 * io.tradinggym.agents.nn.Lstm} and {@link io.tradinggym.agents.nn.Gru} remember, and are told by {@link
 * io.tradinggym.agents.nn.Sequences} how rows hang together; {@link io.tradinggym.agents.nn.ParameterFile} keeps
 * parameters on disk.
 *
 * <p>The arithmetic stands in {@code nn.kernel}, what makes parameters better in {@code nn.optimizer}. To add a kind of
 * layer, write a {@code Layer}; nothing else changes. To compute layers by another library, write a {@link
 * io.tradinggym.agents.nn.NetworkEngine}: learners are told by {@code Mlp.on}.
 */
@NullMarked
package io.tradinggym.agents.nn;

import org.jspecify.annotations.NullMarked;
