package io.tradinggym.allocator.drift;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Asymptotic confidence sequence of a mean whose variance is not known:
 *
 * <pre>
 *   mean +- sd sqrt(2 (n rho^2 + 1) / (n^2 rho^2) ln(sqrt(n rho^2 + 1) / alpha))
 *   rho^2 = (-2 ln alpha + ln(-2 ln alpha) + 1) / n*
 * </pre>
 *
 * <p>n* is the number of observations at which it is tightest. As a test it rejects "the mean is 0". The first {@link
 * #WARM_UP} observations only fill the estimate of sd.
 *
 * @see <a href="https://doi.org/10.1214/24-AOS2408">Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas (2024)</a>
 */
public final class ConfidenceSequence implements LiveTest {
  /** Observations before the first interval. */
  public static final int WARM_UP = 20;

  private final double alpha;
  private final double rhoSquared;
  private long count;
  private double mean;
  private double squares;
  private boolean rejected;

  /**
   * The sequence.
   *
   * @param alpha chance that the true mean is ever outside, in (0, .36]
   * @param tightest n*, observations at which it is tightest, &gt; 0 and finite
   */
  public ConfidenceSequence(double alpha, double tightest) {
    this.alpha = Check.chance("alpha", alpha);
    if (alpha > 0.36) {
      throw new IllegalArgumentException("alpha must be at most .36, was " + alpha);
    }
    double twice = -2 * StrictMath.log(alpha);
    rhoSquared = (twice + StrictMath.log(twice) + 1) / Check.positive("tightest", tightest);
  }

  /** rho of the formula. */
  double rho() {
    return StrictMath.sqrt(rhoSquared);
  }

  @Override
  public boolean update(double x) {
    Check.finite("x", x);
    count++;
    double gap = x - mean;
    mean += gap / count;
    squares += gap * (x - mean);
    rejected |= Math.abs(mean) > halfWidth();
    return rejected;
  }

  /** {@return the mean of the observations so far} */
  public double mean() {
    return mean;
  }

  /** {@return half of the width about {@link #mean}; infinite during the warm-up} */
  public double halfWidth() {
    return count < WARM_UP
        ? Double.POSITIVE_INFINITY
        : StrictMath.sqrt(squares / (count - 1)) * unitHalfWidth((double) count);
  }

  /** Half of the width for a standard deviation of 1. */
  double unitHalfWidth(double n) {
    double grown = n * rhoSquared + 1;
    double logs = StrictMath.log(StrictMath.sqrt(grown) / alpha);
    return StrictMath.sqrt(2 * grown / (n * n * rhoSquared) * logs);
  }

  @Override
  public boolean rejected() {
    return rejected;
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public void reset() {
    count = 0;
    mean = 0;
    squares = 0;
    rejected = false;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(count);
    out.writeDouble(mean);
    out.writeDouble(squares);
    out.writeBoolean(rejected);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    count = in.readLong();
    mean = in.readDouble();
    squares = in.readDouble();
    rejected = in.readBoolean();
  }
}
