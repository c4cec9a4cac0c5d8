/**
 * The shortest ways in: {@link io.tradinggym.examples.firstagent.ByHand} steps an environment, {@link
 * io.tradinggym.examples.firstagent.FirstAgent} trains an agent and evaluates it, {@link
 * io.tradinggym.examples.firstagent.FirstTrader} does so with a trader.
 */
@NullMarked
package io.tradinggym.examples.firstagent;

import org.jspecify.annotations.NullMarked;
