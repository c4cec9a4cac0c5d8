package io.tradinggym.allocator.regime;

/**
 * Cumulative sum of log likelihood ratios for a standard deviation that changes from 1 to another: {@code S <- max(0, S
 * + x^2 / 2 (1 - 1 / sd^2) - ln sd)}. Blind to a change the other way.
 *
 * @see <a href="https://doi.org/10.1093/biomet/41.1-2.100">Page (1954)</a>
 */
public final class VarianceCusum extends SumDetector {
  private final double slope;
  private final double logSd;

  /**
   * The detector, for numbers with mean 0 and standard deviation 1 before the change.
   *
   * @param sd standard deviation after the change, &gt; 0, not 1
   * @param threshold nats, &gt; 0
   */
  public VarianceCusum(double sd, double threshold) {
    super(0, threshold);
    if (Check.positive("sd", sd) == 1) {
      throw new IllegalArgumentException("sd must differ from 1, or nothing changes");
    }
    slope = (1 - 1 / (sd * sd)) / 2;
    logSd = StrictMath.log(sd);
  }

  @Override
  double next(double sum, double x) {
    return Math.max(0, sum + slope * x * x - logSd);
  }
}
