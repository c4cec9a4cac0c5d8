/**
 * Orders of several legs, filled together or not at all.
 *
 * <ul>
 *   <li>{@link io.tradinggym.market.exchange.Legs}: the legs, by hand or, by {@link
 *       io.tradinggym.options.execution.StrategyLegs}, those of a {@link io.tradinggym.options.strategy.Strategy}.
 *   <li>{@link io.tradinggym.options.execution.ComboDesk} trades them in an account against {@link
 *       io.tradinggym.options.execution.LegQuotes}, of a recorded chain by
 *       {@link io.tradinggym.options.execution.ChainListing}; {@link io.tradinggym.options.execution.ComboResult}
 *       says what came of it.
 *   <li>{@link io.tradinggym.options.execution.ChainExchange}: the same behind the interface of every exchange, for an
 *       order flow with its gate, sleeves and trace.
 *   <li>{@link io.tradinggym.options.execution.FillConvention}: where between bid and offer; {@link
 *       io.tradinggym.options.execution.OptionCommission}: for how much.
 * </ul>
 *
 * <p>Prices are whole ticks, money whole units of 1e-8, as in {@link io.tradinggym.market.account.Account}.
 */
@NullMarked
package io.tradinggym.options.execution;

import org.jspecify.annotations.NullMarked;
