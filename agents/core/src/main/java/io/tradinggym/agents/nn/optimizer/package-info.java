/**
 * From gradients to better parameters: {@link io.tradinggym.agents.nn.optimizer.Optimizer} takes the step, {@link
 * io.tradinggym.agents.nn.optimizer.ShardedGradient} spreads a minibatch over threads with results that do not depend
 * on their number, {@link io.tradinggym.agents.nn.optimizer.TrainedNetwork} is a network with all that its training
 * needs.
 */
@NullMarked
package io.tradinggym.agents.nn.optimizer;

import org.jspecify.annotations.NullMarked;
