/**
 * Simulated markets. A {@link io.tradinggym.market.process.PriceProcess} is a law of the log returns of several assets;
 * {@link io.tradinggym.market.process.SimulatedMarket} makes bars with gaps, extremes and volume of it, in whole ticks.
 *
 * <p>Which to take: {@link io.tradinggym.market.process.WatchlistMarket} for ten US shares and funds as they behaved
 * from 2005 to 2022; {@link io.tradinggym.market.process.GeometricBrownian} where a closed form is the judge, and
 * without drift as the market on which nothing may win; {@link io.tradinggym.market.process.OrnsteinUhlenbeck} where
 * mean reversion must be found; {@link io.tradinggym.market.process.GjrGarch}, alone or under {@link
 * io.tradinggym.market.process.RegimeSwitching}, for clustered volatility and fat tails; {@link
 * io.tradinggym.market.process.BootstrapMarket} for paths made of pieces of real history.
 *
 * <p>All draw from the stream they are given and use no function whose bits differ between platforms.
 */
@NullMarked
package io.tradinggym.market.process;

import org.jspecify.annotations.NullMarked;
