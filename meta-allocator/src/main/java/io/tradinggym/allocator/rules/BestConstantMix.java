package io.tradinggym.allocator.rules;

import java.util.Arrays;

/**
 * The constant mix with the most log wealth over given rounds, in hindsight: what portfolio rules are measured against,
 * and the growth-optimal mix of a market when the rounds are scenarios of it.
 *
 * <p>Found by Cover's iteration {@code w_i <- w_i mean(x_i / (w . x))}, which never loses wealth, until the largest of
 * these means, which bounds what is still missing, is within 1e-12 of 1.
 *
 * @see <a href="https://doi.org/10.1109/TIT.1984.1056869">Cover (1984)</a>
 */
public final class BestConstantMix {
  private static final double MISSING = 1e-12;
  private static final int ITERATIONS = 200_000;

  private BestConstantMix() {}

  /**
   * {@return the weights of the best mix}
   *
   * @param relatives price relatives by round and asset, &gt; 0
   */
  public static double[] weights(double[][] relatives) {
    return weights(relatives, MISSING);
  }

  /**
   * {@return the same, as near to the best as is needed: that takes a small part of the time}
   *
   * @param relatives price relatives by round and asset, &gt; 0
   * @param missing most log wealth a round that may be missing, &gt; 0
   */
  public static double[] weights(double[][] relatives, double missing) {
    Check.positive("missing", missing);
    if (relatives.length == 0) {
      throw new IllegalArgumentException("the best mix of no rounds is not defined");
    }
    int assets = relatives[0].length;
    for (double[] round : relatives) {
      Check.relatives(round, assets);
    }
    double[] weights = new double[assets];
    double[] gains = new double[assets];
    Arrays.fill(weights, 1.0 / assets);
    int iteration = 0;
    double left = Double.POSITIVE_INFINITY;
    while (left > missing && iteration++ < ITERATIONS) {
      left = refine(relatives, weights, gains) - 1;
    }
    return weights;
  }

  /** One step; returns the largest mean before it. */
  private static double refine(double[][] relatives, double[] weights, double[] gains) {
    Arrays.fill(gains, 0);
    for (double[] round : relatives) {
      double growth = Softmax.dot(weights, round, weights.length);
      for (int i = 0; i < weights.length; i++) {
        gains[i] += round[i] / growth / relatives.length;
      }
    }
    double largest = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= gains[i];
      largest = Math.max(largest, gains[i]);
    }
    return largest;
  }

  /**
   * {@return the log wealth of a constant mix over the rounds, from 1}
   *
   * @param relatives price relatives, a row a round
   * @param weights one an instrument, fractions of equity
   */
  public static double logWealth(double[][] relatives, double[] weights) {
    double sum = 0;
    for (double[] round : relatives) {
      sum += StrictMath.log(Softmax.dot(weights, round, weights.length));
    }
    return sum;
  }
}
