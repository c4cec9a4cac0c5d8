/**
 * Option strategies as data: legs, the named combinations, and what they pay.
 *
 * <ul>
 *   <li>{@link io.tradinggym.options.strategy.Strategies} builds the named ones from a
 *       {@link io.tradinggym.options.strategy.Premiums} source.
 *   <li>{@link io.tradinggym.options.strategy.Strategy} is any combination of {@link
 * io.tradinggym.options.strategy.OptionLeg}s and shares. <li>{@link io.tradinggym.options.strategy.ProfitProfile}:
 * profit by the spot at expiry, break-evens, largest gain and loss. <li>{@link
 * io.tradinggym.options.strategy.StrategyGreeks}: value and risk before expiry.
 * </ul>
 *
 * <p>Premiums and strikes are per share; profits are in currency, contracts times multiplier.
 */
@NullMarked
package io.tradinggym.options.strategy;

import org.jspecify.annotations.NullMarked;
