/**
 * Trading crypto around the clock: {@link io.tradinggym.crypto.env.CryptoSpotEnvironment CryptoSpot-v1}, coins with
 * borrowed money; {@link io.tradinggym.crypto.env.CryptoPerpEnvironment CryptoPerp-v1}, one perpetual; {@link
 * io.tradinggym.crypto.env.CryptoPortfolioEnvironment CryptoPortfolio-v1}, several on common margin; {@link
 * io.tradinggym.crypto.env.FundingArbitrageEnvironment FundingArbitrage-v1}, spot against perpetual; {@link
 * io.tradinggym.crypto.env.CrossVenueEnvironment CrossVenue-v1}, one coin on two venues. All are descriptions on the
 * one {@link io.tradinggym.trading.TradingLane}. {@link io.tradinggym.crypto.env.CryptoOptions} holds what can be set,
 * {@link io.tradinggym.trading.TradingInfo} what they report beside observation and reward.
 *
 * <pre>{@code
 * Environment env = Gym.make("CryptoPerp-v1", options -> options.set(CryptoOptions.LEVERAGE, 5.0));
 * }</pre>
 */
@NullMarked
package io.tradinggym.crypto.env;

import org.jspecify.annotations.NullMarked;
