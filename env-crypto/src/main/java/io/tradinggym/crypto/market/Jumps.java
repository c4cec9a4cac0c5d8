package io.tradinggym.crypto.market;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.process.PriceProcess;

/**
 * A law with jumps on top that all assets share, as news does: in each bar one jump with chance {@code perBar}, its log
 * size normal, times the asset's share. The mean jump is taken out of every bar, so that jumps add no drift.
 *
 * @param beneath law without jumps
 * @param perBar chance of a jump in a bar, in [0, 1)
 * @param mean of the log size
 * @param deviation of the log size, >= 0
 * @see <a href="https://doi.org/10.1016/0304-405X(76)90022-2">Merton (1976)</a>, whose Poisson count is here at most 1
 *     a bar
 */
public record Jumps(PriceProcess beneath, double perBar, double mean, double deviation)
    implements PriceProcess {
  /** Checks the ranges. */
  public Jumps {
    if (!(perBar >= 0 && perBar < 1)) {
      throw new IllegalArgumentException("perBar must be in [0, 1), was " + perBar);
    }
    if (!Double.isFinite(mean) || !(deviation >= 0 && deviation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "mean must be finite and deviation finite and >= 0, were " + mean + " and " + deviation);
    }
  }

  @Override
  public int assets() {
    return beneath.assets();
  }

  @Override
  public double typicalDeviation(int asset) {
    double below = beneath.typicalDeviation(asset);
    double square = perBar * (deviation * deviation + (1 - perBar) * mean * mean);
    return Math.sqrt(below * below + square);
  }

  @Override
  public String parameters() {
    return "jumps perBar="
        + perBar
        + " mean="
        + mean
        + " deviation="
        + deviation
        + " of "
        + beneath.parameters();
  }

  @Override
  public Path path() {
    return new Walk();
  }

  private final class Walk implements Path {
    private final Path path = beneath.path();

    @Override
    public void start(RandomStream random) {
      path.start(random);
    }

    @Override
    public void step(RandomStream random, double[] logReturns, double[] deviations) {
      path.step(random, logReturns, deviations);
      boolean jumps = random.uniform() < perBar;
      double move = (jumps ? mean + deviation * random.gaussian() : 0) - perBar * mean;
      for (int i = 0; i < beneath.assets(); i++) {
        logReturns[i] += move;
      }
    }
  }
}
