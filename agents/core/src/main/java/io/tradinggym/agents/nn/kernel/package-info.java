/**
 * Arithmetic of networks: products, activations, gates and what an optimiser does to every parameter, behind {@link
 * io.tradinggym.agents.nn.kernel.Kernels}. The Vector API where the JVM offers it, else plain Java, with equal bits;
 * knows arrays and sizes, nothing of layers.
 */
@NullMarked
package io.tradinggym.agents.nn.kernel;

import org.jspecify.annotations.NullMarked;
