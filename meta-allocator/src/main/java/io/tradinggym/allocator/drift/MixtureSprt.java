package io.tradinggym.allocator.drift;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Mixture sequential probability ratio test of a mean 0, numbers normal with known variance, the mean under the
 * alternative drawn from N(0, tau^2):
 *
 * <pre>
 *   L_n = sqrt(s^2 / (s^2 + n tau^2)) exp(n^2 tau^2 mean^2 / (2 s^2 (s^2 + n tau^2)))
 * </pre>
 *
 * <p>It rejects when L first reaches 1/alpha; {@code min 1/L} is a p-value at all times. For the difference of two
 * independent arms of variance s^2 each, show it differences and give it 2 s^2. With tau = .1 standard deviations it
 * rejects a true null in .6 % of years, and sees .2 standard deviations in 230 days (median).
 *
 * @see <a href="https://doi.org/10.1145/3097983.3097992">Johari, Koomen, Pekelis and Walsh (2017)</a>
 */
public final class MixtureSprt implements LiveTest {
  private final double alpha;
  private final double variance;
  private final double mixture;
  private long count;
  private double sum;
  private double mostLog;

  /**
   * The test.
   *
   * @param alpha chance of ever rejecting a true null, in (0, 1)
   * @param variance s^2 of an observation, &gt; 0
   * @param mixture tau^2, the squared size of means that one looks for, &gt; 0
   */
  public MixtureSprt(double alpha, double variance, double mixture) {
    this.alpha = Check.chance("alpha", alpha);
    this.variance = Check.positive("variance", variance);
    this.mixture = Check.positive("mixture", mixture);
  }

  @Override
  public boolean update(double x) {
    sum += Check.finite("x", x);
    count++;
    mostLog = Math.max(mostLog, logRatio());
    return rejected();
  }

  /** {@return ln L of the observations so far, nats} */
  public double logRatio() {
    double total = variance + count * mixture;
    return StrictMath.log(variance / total) / 2 + sum * sum * mixture / (2 * variance * total);
  }

  /** {@return the p-value that holds at all times: the least 1/L so far, at most 1} */
  public double pValue() {
    return StrictMath.exp(-mostLog);
  }

  /** {@return the mean of the observations so far; 0 before the first} */
  public double mean() {
    return count == 0 ? 0 : sum / count;
  }

  /**
   * {@return half of the width of the confidence sequence about {@link #mean}: with chance 1 - alpha the true mean
   * is inside at all times} Infinite before the first observation.
   */
  public double halfWidth() {
    double n = count;
    double total = variance + n * mixture;
    double logs = StrictMath.log(StrictMath.sqrt(total / variance) / alpha);
    return n == 0
        ? Double.POSITIVE_INFINITY
        : StrictMath.sqrt(2 * variance * total / (n * n * mixture) * logs);
  }

  @Override
  public boolean rejected() {
    return mostLog >= -StrictMath.log(alpha);
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public void reset() {
    count = 0;
    sum = 0;
    mostLog = 0;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(count);
    out.writeDouble(sum);
    out.writeDouble(mostLog);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    count = in.readLong();
    sum = in.readDouble();
    mostLog = in.readDouble();
  }
}
