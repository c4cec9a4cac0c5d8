package io.tradinggym.allocator.regime;

/**
 * Exponentially weighted mean in its long-run standard deviations, for a rise: {@code z <- (1 - lambda) z + lambda x},
 * statistic {@code z / sqrt(lambda / (2 - lambda))}. Show it squares less 1 to watch a variance.
 *
 * @see <a href="https://doi.org/10.1080/00401706.1959.10489860">Roberts (1959)</a>
 */
public final class EwmaChart extends SumDetector {
  private final double lambda;
  private final double scale;

  /**
   * The detector, for numbers with mean 0 and standard deviation 1 before the change.
   *
   * @param lambda weight of the newest number, in (0, 1); small for small changes
   * @param threshold standard deviations of the mean, &gt; 0
   */
  public EwmaChart(double lambda, double threshold) {
    super(0, threshold);
    this.lambda = Check.chance("lambda", lambda);
    scale = StrictMath.sqrt(lambda / (2 - lambda));
  }

  @Override
  double next(double statistic, double x) {
    return (1 - lambda) * statistic + lambda * x / scale;
  }
}
