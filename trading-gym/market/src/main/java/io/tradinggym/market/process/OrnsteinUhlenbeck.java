package io.tradinggym.market.process;

import io.tradinggym.api.random.RandomStream;
import java.util.Arrays;

/**
 * Log prices that return to a level, exact at the bars: with {@code x} the log price over the start price, {@code x' =
 * theta + (x - theta) e^(-kappa dt) + sigma sqrt((1 - e^(-2 kappa dt)) / (2 kappa)) z}. Half of a distance is gone
 * after {@code ln 2 / kappa} years.
 *
 * @see <a href="https://doi.org/10.1103/PhysRev.36.823">Uhlenbeck and Ornstein (1930)</a>
 */
public final class OrnsteinUhlenbeck implements PriceProcess {
  private final Shocks shocks;
  private final double[] speed;
  private final double[] level;
  private final double[] volatility;
  private final double barsPerYear;
  private final double[] decay;
  private final double[] deviation;

  /**
   * The law.
   *
   * @param speed kappa, per year, > 0, by asset
   * @param level theta, log of the long-run price over the start price, by asset
   * @param volatility sigma, per root of a year, > 0, by asset
   * @param correlation of the shocks of the assets
   * @param barsPerYear bars a year, &gt; 0
   */
  public OrnsteinUhlenbeck(
      double[] speed,
      double[] level,
      double[] volatility,
      Correlation correlation,
      double barsPerYear) {
    int n = correlation.assets();
    this.shocks = Shocks.normal(correlation);
    this.speed = Checks.positive("speed", speed, n);
    this.level = Checks.finite("level", level, n);
    this.volatility = Checks.positive("volatility", volatility, n);
    this.barsPerYear = Checks.positive("barsPerYear", barsPerYear);
    decay = new double[n];
    deviation = new double[n];
    for (int i = 0; i < n; i++) {
      double kdt = speed[i] / barsPerYear;
      decay[i] = StrictMath.exp(-kdt);
      deviation[i] = volatility[i] * Math.sqrt(-StrictMath.expm1(-2 * kdt) / (2 * speed[i]));
    }
  }

  /**
   * {@return the mean of the log price one bar later, both over the start price}
   *
   * @param asset index of the asset, from 0
   * @param x log of the present price over the start price
   */
  public double nextMean(int asset, double x) {
    return level[asset] + (x - level[asset]) * decay[asset];
  }

  @Override
  public int assets() {
    return speed.length;
  }

  @Override
  public double typicalDeviation(int asset) {
    return deviation[asset];
  }

  @Override
  public String parameters() {
    return "ou speed="
        + Arrays.toString(speed)
        + " level="
        + Arrays.toString(level)
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
    private final double[] x = new double[speed.length];

    @Override
    public void start(RandomStream random) {
      Arrays.fill(x, 0);
    }

    @Override
    public void step(RandomStream random, double[] logReturns, double[] deviations) {
      shocks.draw(random, logReturns);
      for (int i = 0; i < x.length; i++) {
        double next = nextMean(i, x[i]) + deviation[i] * logReturns[i];
        logReturns[i] = next - x[i];
        deviations[i] = deviation[i];
        x[i] = next;
      }
    }
  }
}
