package io.tradinggym.options.hedging;

import io.tradinggym.options.pricing.FourierPricer;
import io.tradinggym.options.pricing.Heston;
import io.tradinggym.options.pricing.ImpliedVolatility;
import io.tradinggym.options.pricing.OptionType;

/**
 * Implied volatilities of Heston's model by variance, moneyness and time, worked out once: a Fourier price takes a
 * millisecond, a look-up less than a microsecond and no memory. Immutable, shared by all lanes.
 *
 * <p>What is tabulated is the ratio of implied to expected variance, which changes slowly: over the root of today's
 * variance, over ln(spot / strike) in expected deviations, and over the logarithm of time. It is interpolated linearly
 * and, beyond the table, as it is at its edge. The price at the sale is a node.
 */
final class HestonVolatilities {
  /** Nodes of the root of variance: multiples of a fifth of the volatility. */
  private static final int VARIANCES = 16;

  private static final int START = 5;

  /** Nodes on each side of the money, four to a deviation. */
  private static final int SIDE = 16;

  private static final int PER_DEVIATION = 4;
  private static final int STRIKES = 2 * SIDE + 1;
  private static final int TIMES = 12;

  /** A price below this, in units of the spot, tells nothing. */
  private static final double LEAST_PRICE = 1e-9;

  private final HestonMarket market;
  private final double volatility;
  private final int times;
  private final double logLast;
  private final double logSpacing;
  private final double[] ratio;

  /**
   * Works the table out; takes some tenths of a second.
   *
   * @param task its volatility, its time and the shortest of its times to expiry
   */
  HestonVolatilities(HedgingTask task, HestonMarket market) {
    this.market = market;
    volatility = task.volatility();
    times = Math.min(TIMES, task.rebalances());
    logLast = StrictMath.log(task.years());
    logSpacing = times == 1 ? 1 : StrictMath.log(task.rebalances()) / (times - 1);
    ratio = new double[times * VARIANCES * STRIKES];
    for (int t = 0; t < times; t++) {
      double years = StrictMath.exp(logLast - (times - 1 - t) * logSpacing);
      for (int v = 0; v < VARIANCES; v++) {
        fill((t * VARIANCES + v) * STRIKES, years, v);
      }
    }
  }

  private void fill(int at, double years, int v) {
    double root = volatility * (v + 1) / START;
    Heston model = market.at(root * root, volatility);
    double expected = model.expectedVariance(years);
    double[] strike = new double[STRIKES];
    for (int i = 0; i < STRIKES; i++) {
      double deviations = (i - SIDE) / (double) PER_DEVIATION;
      strike[i] = StrictMath.exp(-deviations * Math.sqrt(expected));
    }
    double[] call = new double[STRIKES];
    FourierPricer.prices(model, OptionType.CALL, 1, strike, years, 0, 0, call);
    ratio[at + SIDE] = implied(strike[SIDE], call[SIDE], years, expected, 1);
    for (int i = 1; i <= SIDE; i++) {
      int up = SIDE + i;
      int down = SIDE - i;
      ratio[at + up] = implied(strike[up], call[up], years, expected, ratio[at + up - 1]);
      ratio[at + down] = implied(strike[down], call[down], years, expected, ratio[at + down + 1]);
    }
  }

  /** By the option that is out of the money; that of its neighbour when it is worth too little. */
  private static double implied(
      double strike, double call, double years, double expected, double neighbour) {
    OptionType out = strike >= 1 ? OptionType.CALL : OptionType.PUT;
    double price = out == OptionType.CALL ? call : call - (1 - strike);
    if (price < LEAST_PRICE) {
      return neighbour;
    }
    double found = ImpliedVolatility.of(out, price, 1, strike, years, 0, 0).volatility();
    return found > 0 ? found * found * years / expected : neighbour;
  }

  /**
   * Implied volatility.
   *
   * @param variance today, &gt;= 0
   * @param logMoneyness ln(spot / strike)
   * @param years to expiry, &gt; 0
   */
  double at(double variance, double logMoneyness, double years) {
    double expected = expected(variance, years);
    double x = logMoneyness / Math.sqrt(expected) * PER_DEVIATION + SIDE;
    double y = Math.sqrt(variance) / volatility * START - 1;
    double z = times - 1 + (StrictMath.log(years) - logLast) / logSpacing;
    int i = cell(x, STRIKES);
    int j = cell(y, VARIANCES);
    int k = cell(z, times);
    double px = part(x, i, STRIKES);
    double py = part(y, j, VARIANCES);
    double pz = part(z, k, times);
    double early = plane(k, j, i, py, px);
    double late = times == 1 ? early : plane(k + 1, j, i, py, px);
    return Math.sqrt((early + (late - early) * pz) * expected / years);
  }

  /** Expected variance until then, as {@link Heston#expectedVariance} has it. */
  private double expected(double variance, double years) {
    double longRun = volatility * volatility;
    double weight = -StrictMath.expm1(-market.reversion() * years) / market.reversion();
    return longRun * years + (variance - longRun) * weight;
  }

  private double plane(int t, int v, int i, double pv, double pi) {
    int low = (t * VARIANCES + v) * STRIKES + i;
    int high = low + STRIKES;
    double below = ratio[low] + (ratio[low + 1] - ratio[low]) * pi;
    double above = ratio[high] + (ratio[high + 1] - ratio[high]) * pi;
    return below + (above - below) * pv;
  }

  private static int cell(double place, int nodes) {
    return (int) Math.clamp(place, 0.0, Math.max(nodes - 2, 0));
  }

  private static double part(double place, int cell, int nodes) {
    return nodes == 1 ? 0 : Math.clamp(place - cell, 0.0, 1.0);
  }
}
