package io.tradinggym.allocator.regime;

/**
 * Sum over all possible times of the change of its likelihood ratio: {@code R <- (1 + R) exp(d x - d^2 / 2)}. The limit
 * of Bayes' rule for a change that is rare; nearly the fastest on average where the change comes long after the start.
 * Its mean time to a false alarm is at least the threshold.
 *
 * @see <a href="https://doi.org/10.1214/aos/1176346587">Pollak (1985)</a>
 */
public final class ShiryaevRoberts extends SumDetector {
  private final double shift;

  /**
   * The detector, for numbers with mean 0 and standard deviation 1 before the change.
   *
   * @param shift of the mean that it looks for, in standard deviations, not 0
   * @param threshold &gt; 0, about the bars between false alarms
   */
  public ShiryaevRoberts(double shift, double threshold) {
    super(0, threshold);
    if (Check.finite("shift", shift) == 0) {
      throw new IllegalArgumentException("shift must not be 0");
    }
    this.shift = shift;
  }

  @Override
  double next(double sum, double x) {
    double grown = (1 + sum) * StrictMath.exp(shift * (x - shift / 2));
    return Math.min(grown, Double.MAX_VALUE);
  }
}
