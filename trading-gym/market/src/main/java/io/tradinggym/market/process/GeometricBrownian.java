package io.tradinggym.market.process;

import io.tradinggym.api.random.RandomStream;
import java.util.Arrays;

/**
 * Geometric Brownian motion, exact at the bars: log returns are independent normals of mean {@code (mu - sigma^2/2) /
 * n} and variance {@code sigma^2 / n}, n bars a year, so that {@code E[S_t] = S_0 e^(mu t)}.
 *
 * <p>It has none of the facts of real returns: take it where a closed form judges, or as a control.
 */
public final class GeometricBrownian implements PriceProcess {
  private final Shocks shocks;
  private final double[] drift;
  private final double[] volatility;
  private final double barsPerYear;
  private final double[] mean;
  private final double[] deviation;

  /**
   * The law.
   *
   * @param drift mu, growth of the expected price a year, as a fraction, by asset
   * @param volatility sigma, a year, as a fraction, > 0, by asset
   * @param correlation of the shocks of the assets
   * @param barsPerYear bars a year, &gt; 0
   */
  public GeometricBrownian(
      double[] drift, double[] volatility, Correlation correlation, double barsPerYear) {
    int n = correlation.assets();
    this.shocks = Shocks.normal(correlation);
    this.drift = Checks.finite("drift", drift, n);
    this.volatility = Checks.positive("volatility", volatility, n);
    this.barsPerYear = Checks.positive("barsPerYear", barsPerYear);
    mean = new double[n];
    deviation = new double[n];
    for (int i = 0; i < n; i++) {
      mean[i] = (drift[i] - volatility[i] * volatility[i] / 2) / barsPerYear;
      deviation[i] = volatility[i] / Math.sqrt(barsPerYear);
    }
  }

  /**
   * {@return independent noise without drift: the price is a martingale, so no strategy has an expected profit before
   * costs}
   *
   * @param assets number of assets, &gt;= 1
   * @param volatility a year, as a fraction, &gt; 0
   * @param barsPerYear bars a year, &gt; 0
   */
  public static GeometricBrownian noise(int assets, double volatility, double barsPerYear) {
    double[] volatilities = new double[assets];
    Arrays.fill(volatilities, volatility);
    return new GeometricBrownian(
        new double[assets], volatilities, Correlation.identity(assets), barsPerYear);
  }

  @Override
  public int assets() {
    return mean.length;
  }

  @Override
  public double typicalDeviation(int asset) {
    return deviation[asset];
  }

  @Override
  public String parameters() {
    return "gbm drift="
        + Arrays.toString(drift)
        + " volatility="
        + Arrays.toString(volatility)
        + " barsPerYear="
        + barsPerYear
        + " "
        + shocks;
  }

  @Override
  public Path path() {
    return new Walk();
  }

  private final class Walk implements Path {
    @Override
    public void start(RandomStream random) {}

    @Override
    public void step(RandomStream random, double[] logReturns, double[] deviations) {
      shocks.draw(random, logReturns);
      for (int i = 0; i < mean.length; i++) {
        logReturns[i] = mean[i] + deviation[i] * logReturns[i];
        deviations[i] = deviation[i];
      }
    }
  }
}
