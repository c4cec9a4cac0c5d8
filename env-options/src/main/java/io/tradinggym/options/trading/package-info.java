/**
 * Trading options in an account with margin, assignment and expiry: strategies, or volatility itself.
 *
 * <ul>
 *   <li>{@link io.tradinggym.options.trading.OptionStrategies}: the environment {@code OptionStrategies-v1}; its task
 *       is a {@link io.tradinggym.options.trading.StrategyTask}, its options {@link
 *       io.tradinggym.options.trading.StrategyOptions}.
 *   <li>{@link io.tradinggym.options.trading.StrategyKind}: what can be opened there; {@link
 *       io.tradinggym.options.trading.StrategyRule}: trading it without learning.
 *   <li>{@link io.tradinggym.options.trading.VolatilityTrading}: the environment {@code VolatilityTrading-v1}; {@link
 *       io.tradinggym.options.trading.VolatilityTask}, {@link io.tradinggym.options.trading.VolatilityOptions}.
 *   <li>{@link io.tradinggym.options.trading.AccountTerms}: money and costs of either; {@link
 *       io.tradinggym.options.trading.FillRule}: at which prices orders are filled.
 * </ul>
 *
 * <p>The market, simulated or recorded, is of {@link io.tradinggym.options.board}.
 */
@NullMarked
package io.tradinggym.options.trading;

import org.jspecify.annotations.NullMarked;
