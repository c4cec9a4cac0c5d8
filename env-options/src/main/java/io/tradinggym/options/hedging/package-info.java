/**
 * Hedging as a task: a short option is hedged in steps, trading costs money, and what is left is judged by an entropic
 * risk.
 *
 * <ul>
 *   <li>{@link io.tradinggym.options.hedging.OptionHedging}: the environment {@code OptionHedging-v1}; its options are
 *       in {@link io.tradinggym.options.hedging.HedgingOptions}.
 *   <li>{@link io.tradinggym.options.hedging.ShortCall}: the book, usable alone; {@link
 *       io.tradinggym.options.hedging.HedgingTask} its numbers.
 *   <li>{@link io.tradinggym.options.hedging.CallMarket}: the market below it. {@link
 *       io.tradinggym.options.hedging.BlackScholesCall} has an exact optimum, in {@link
 *       io.tradinggym.options.hedging.HestonCall} volatility moves, {@link io.tradinggym.options.hedging.RecordedCall}
 *       plays recorded chains.
 *   <li>{@link io.tradinggym.options.hedging.HedgeRule}: what one would do without learning, as controls; {@link
 *       io.tradinggym.options.hedging.HedgingRisk} judges a rule over simulated paths.
 * </ul>
 */
@NullMarked
package io.tradinggym.options.hedging;

import org.jspecify.annotations.NullMarked;
