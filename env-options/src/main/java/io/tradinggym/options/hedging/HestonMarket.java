package io.tradinggym.options.hedging;

import io.tradinggym.api.util.Require;
import io.tradinggym.options.pricing.Heston;

/**
 * How volatility moves in {@link HestonCall}: dv = reversion (s^2 - v) dt + volOfVol sqrt(v) dB, where s is the
 * volatility of the {@link HedgingTask}, at which v also starts, and dB is correlated with the spot.
 *
 * @param reversion a year, in (0, 1000]
 * @param volOfVol volatility of variance, in (0, 10]
 * @param correlation of spot and variance, in [-1, 1]
 */
public record HestonMarket(double reversion, double volOfVol, double correlation) {
  /** As in the literature on deep hedging. */
  public static final HestonMarket DEFAULT = new HestonMarket(1, 2, -0.7);

  /** Checks the values. */
  public HestonMarket {
    Require.that("reversion", reversion > 0 && reversion <= 1000, reversion, "in (0, 1000]");
    Require.that("volOfVol", volOfVol > 0 && volOfVol <= 10, volOfVol, "in (0, 10]");
    Require.that("correlation", correlation >= -1 && correlation <= 1, correlation, "in [-1, 1]");
  }

  /** The model at a variance, that reverts to the square of a volatility. */
  Heston at(double variance, double volatility) {
    return new Heston(variance, reversion, volatility * volatility, volOfVol, correlation);
  }
}
