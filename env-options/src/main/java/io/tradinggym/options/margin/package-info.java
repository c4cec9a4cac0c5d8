/**
 * What a broker demands for option positions under the exchange rules.
 *
 * <p>{@link io.tradinggym.options.margin.ExchangeMargin} applies FINRA 4210(f) and Cboe 10.3 to a
 * {@link io.tradinggym.options.strategy.Strategy} and returns a
 * {@link io.tradinggym.options.margin.MarginRequirement}. {@link io.tradinggym.options.margin.AccountMargin} applies
 * them to all that an account holds, without allocation; such an account is built with
 * {@link io.tradinggym.options.margin.NoMargin}. {@link io.tradinggym.options.margin.MarginBook} is their
 * arithmetic, for books of one's own.
 *
 * <p>{@link io.tradinggym.options.margin.PortfolioMargin} is the other regime: the largest loss in ten scenarios.
 */
@NullMarked
package io.tradinggym.options.margin;

import org.jspecify.annotations.NullMarked;
