package io.tradinggym.signals.score;

import java.util.Arrays;

/**
 * An interval that covers the next value with a stated chance whatever the model is worth, as long as rows are
 * exchangeable: the prediction plus and minus a quantile of the misses on rows that the model did not see.
 *
 * @see <a href="https://arxiv.org/abs/1604.04173">Lei et al. (2018)</a>
 */
public final class SplitConformal {
  private final double[] misses;

  private SplitConformal(double[] misses) {
    this.misses = misses;
  }

  /**
   * {@return intervals from the misses of a calibration set}
   *
   * @param misses absolute differences of prediction and outcome, one a row, in any order
   */
  public static SplitConformal of(double... misses) {
    double[] sorted = misses.clone();
    Arrays.sort(sorted);
    return new SplitConformal(sorted);
  }

  /**
   * {@return the rank of the miss, from 1: {@code ceil((n + 1)(1 - alpha))}}
   *
   * @param n rows of the calibration set, &gt;= 0
   * @param alpha chance of a miss, in (0, 1)
   */
  public static int rank(int n, double alpha) {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha must be in (0, 1), was " + alpha);
    }
    // 1e-9: what is a whole number but for rounding is one.
    return (int) Math.ceil((n + 1) * (1 - alpha) - 1e-9);
  }

  /**
   * {@return half the width of the interval that misses with chance alpha, in units of the misses; infinite if
   * there are too few rows for it}
   *
   * @param alpha chance of a miss, in (0, 1)
   */
  public double radius(double alpha) {
    int rank = rank(misses.length, alpha);
    return rank > misses.length ? Double.POSITIVE_INFINITY : misses[rank - 1];
  }
}
