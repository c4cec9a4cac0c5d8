package io.tradinggym.experiments.statistics.seeds;

/**
 * An estimate and the range that holds the true value with the given confidence.
 *
 * @param point the estimate; a percentile interval of a very skewed sample need not contain it
 * @param lower end, not above the upper
 * @param confidence in (0, 1), such as 0.95
 */
public record Interval(double point, double lower, double upper, double confidence) {
  public Interval {
    if (lower > upper) {
      throw new IllegalArgumentException("lower must be <= upper, were " + lower + " and " + upper);
    }
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("confidence must lie in (0, 1), was " + confidence);
    }
  }

  /** Whether the value lies in the range, ends included. */
  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }
}
