/**
 * Trading shares: {@link io.tradinggym.stocks.StockEnvironment Stock-v1}, one asset, and {@link
 * io.tradinggym.stocks.PortfolioEnvironment Portfolio-v1}, many, both descriptions on the one {@link
 * io.tradinggym.trading.TradingLane}. {@link io.tradinggym.stocks.StockOptions} holds what can be set, {@link
 * io.tradinggym.trading.TradingInfo} what they report beside observation and reward.
 *
 * <p>Replayed history is traded at adjusted prices: dividends count as reinvested at once, splits move nothing. Shares
 * that leave the market are sold at their last price less normal costs.
 *
 * <pre>{@code
 * Environment env = Gym.make("Stock-v1", options -> options.set(StockOptions.WINDOW, 32));
 * }</pre>
 */
@NullMarked
package io.tradinggym.stocks;

import org.jspecify.annotations.NullMarked;
