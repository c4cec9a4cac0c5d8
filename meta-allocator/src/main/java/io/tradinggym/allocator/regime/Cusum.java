package io.tradinggym.allocator.regime;

/**
 * Cumulative sum for a rise of the mean: {@code S <- max(0, S + x - k)}, an alarm above h. Of all rules with the same
 * time between false alarms it is the fastest in the worst case for a rise by 2k standard deviations. Show it minus x
 * to watch for a fall.
 *
 * @see <a href="https://doi.org/10.1093/biomet/41.1-2.100">Page (1954)</a>, <a
 *     href="https://doi.org/10.1214/aos/1176350164">Moustakides (1986)</a>
 */
public final class Cusum extends SumDetector {
  private final double reference;

  /**
   * The detector, for numbers with mean 0 and standard deviation 1 before the change.
   *
   * @param reference k, half of the rise that matters, &gt; 0
   * @param threshold h, &gt; 0; {@link CusumRunLength#threshold} finds it from the time between false alarms
   */
  public Cusum(double reference, double threshold) {
    super(0, threshold);
    this.reference = Check.positive("reference", reference);
  }

  @Override
  double next(double sum, double x) {
    return Math.max(0, sum + x - reference);
  }
}
