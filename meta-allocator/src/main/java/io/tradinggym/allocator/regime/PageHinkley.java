package io.tradinggym.allocator.regime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A rise of the mean against the mean of all numbers so far, the present one included:
 *
 * <pre>
 *   m_t = sum of (x_i - mean_i - delta),     statistic = m_t - min m
 * </pre>
 *
 * <p>Needs no mean before the change, and learns the new one if it takes long: a slow change passes.
 *
 * @see <a href="https://doi.org/10.1093/biomet/41.1-2.100">Page (1954)</a>; Hinkley (1971), Biometrika 58
 */
public final class PageHinkley implements ChangeDetector {
  private final double delta;
  private final double threshold;
  private long count;
  private double mean;
  private double statistic;

  /**
   * The detector.
   *
   * @param delta what is no change, &gt;= 0, in the unit of the numbers
   * @param threshold in the unit of the numbers, &gt; 0
   */
  public PageHinkley(double delta, double threshold) {
    if (!(delta >= 0 && delta < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("delta must be >= 0 and finite, was " + delta);
    }
    this.delta = delta;
    this.threshold = Check.positive("threshold", threshold);
  }

  @Override
  public boolean update(double x) {
    Check.finite("x", x);
    count++;
    mean += (x - mean) / count;
    statistic = Math.max(0, statistic + x - mean - delta); // = m - min m
    return statistic > threshold;
  }

  @Override
  public double statistic() {
    return statistic;
  }

  @Override
  public double threshold() {
    return threshold;
  }

  @Override
  public void reset() {
    count = 0;
    mean = 0;
    statistic = 0;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(count);
    out.writeDouble(mean);
    out.writeDouble(statistic);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    count = in.readLong();
    mean = in.readDouble();
    statistic = in.readDouble();
  }
}
