/**
 * Trading option strategies as positions with a life: opened, held, assigned, rolled, closed.
 *
 * <ul>
 *   <li>{@link io.tradinggym.options.trading.OptionStrategies}: the environment {@code OptionStrategies-v1}; options in {@link
 *       io.tradinggym.options.trading.StrategyOptions}.
 *   <li>{@link io.tradinggym.options.trading.StrategyKind}: what can be opened; {@link
 *       io.tradinggym.options.trading.FillRule}: at which prices.
 *   <li>{@link io.tradinggym.options.trading.StrategyRule}: trading it without learning.
 *   <li>{@link io.tradinggym.options.trading.StrategyMarket}: the simulated stock and its options; {@link
 *       io.tradinggym.options.trading.ChainHistory}: recorded chains in its place; {@link
 *       io.tradinggym.options.trading.StrategyTask}: money, sizes, costs and rules.
 * </ul>
 */
@NullMarked
package io.tradinggym.options.trading;

import org.jspecify.annotations.NullMarked;
