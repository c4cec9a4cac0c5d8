/**
 * Trading crypto around the clock: {@link io.tradinggym.crypto.env.CryptoSpot CryptoSpot-v1}, coins with borrowed
 * money; {@link io.tradinggym.crypto.env.CryptoPerp CryptoPerp-v1}, one perpetual; {@link
 * io.tradinggym.crypto.env.CryptoPortfolio CryptoPortfolio-v1}, several on common margin; {@link
 * io.tradinggym.crypto.env.FundingArbitrage FundingArbitrage-v1}, spot against perpetual; {@link
 * io.tradinggym.crypto.env.CrossVenue CrossVenue-v1}, one coin on two venues. {@link
 * io.tradinggym.crypto.env.CryptoOptions} holds what can be set, {@link io.tradinggym.crypto.env.CryptoInfo} what they
 * report beside observation and reward.
 *
 * <pre>{@code
 * Environment env = Gym.make("CryptoPerp-v1", options -> options.set(CryptoOptions.LEVERAGE, 5.0));
 * }</pre>
 */
@NullMarked
package io.tradinggym.crypto.env;

import org.jspecify.annotations.NullMarked;
