package io.tradinggym.allocator.drift;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Money against the null hypothesis "the mean is at most m", for numbers in [0, 1] of any law: {@code E <- E (1 +
 * lambda (y - m))}. Under the null nobody gets rich by betting, so E ever reaches 1/alpha with chance at most alpha
 * (Ville). For the lower tail show it {@code 1 - y} and give it {@code 1 - m}.
 *
 * @see <a href="https://doi.org/10.1093/jrsssb/qkad009">Waudby-Smith and Ramdas (2024)</a>
 */
public final class BettingTest implements LiveTest {
  private final double alpha;
  private final double mean;
  private final double lambda;
  private long count;
  private double logMoney;
  private double mostLog;

  /**
   * The test.
   *
   * @param alpha chance of ever rejecting a true null, in (0, 1)
   * @param mean m, the largest mean of the null, in (0, 1)
   * @param lambda the bet, in (0, 1/m); the best one is about (mean - m) / variance of the alternative
   */
  public BettingTest(double alpha, double mean, double lambda) {
    this.alpha = Check.chance("alpha", alpha);
    this.mean = Check.chance("mean", mean);
    this.lambda = Check.positive("lambda", lambda);
    if (!(lambda < 1 / mean)) {
      throw new IllegalArgumentException(
          "lambda must be below 1 / mean = " + 1 / mean + ", was " + lambda);
    }
  }

  @Override
  public boolean update(double y) {
    if (!(y >= 0 && y <= 1)) {
      throw new IllegalArgumentException("y must be in [0, 1], was " + y);
    }
    count++;
    logMoney += StrictMath.log1p(lambda * (y - mean));
    mostLog = Math.max(mostLog, logMoney);
    return rejected();
  }

  /** {@return the money now, from 1} */
  public double money() {
    return StrictMath.exp(logMoney);
  }

  /** {@return the p-value that holds at all times: one over the most money so far} */
  public double pValue() {
    return StrictMath.exp(-mostLog);
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
    logMoney = 0;
    mostLog = 0;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(count);
    out.writeDouble(logMoney);
    out.writeDouble(mostLog);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    count = in.readLong();
    logMoney = in.readDouble();
    mostLog = in.readDouble();
  }
}
