/**
 * What a broker demands for option positions under the exchange rules.
 *
 * <p>{@link io.tradinggym.options.margin.ExchangeMargin} applies FINRA 4210(f) and Cboe 10.3 to a
 * {@link io.tradinggym.options.strategy.Strategy} and returns a
 * {@link io.tradinggym.options.margin.MarginRequirement}. {@link io.tradinggym.options.margin.AccountMargin} applies
 * them to all that an {@link io.tradinggym.market.account.Account} holds, as its margin model, without allocation;
 * {@link io.tradinggym.options.margin.MarginBook} is their arithmetic.
 *
 * <p>{@link io.tradinggym.options.margin.PortfolioMargin} is the other regime: the largest loss in ten scenarios.
 */
@NullMarked
package io.tradinggym.options.margin;

import org.jspecify.annotations.NullMarked;
