package io.tradinggym.data.feature;

import java.util.Arrays;

/**
 * Fractional difference of order d over a fixed window: weights {@code w_0 = 1, w_k = -w_(k-1) (d - k + 1) / k} down to
 * the last that is at least tau.
 *
 * @see <a href="https://doi.org/10.2307/2240982">Hosking (1981); Lopez de Prado (2018), 5.5</a>
 */
public final class FractionalDifference {
  private static final int LONGEST = 100_000;

  private FractionalDifference() {}

  /**
   * {@return the weights of a window, the newest bar's first, which is 1}
   *
   * @param d order, in (0, 2)
   * @param tau smallest weight kept, in (0, 1)
   * @throws IllegalArgumentException if one is out of range
   */
  public static double[] weights(double d, double tau) {
    if (!(d > 0 && d < 2)) {
      throw new IllegalArgumentException("d must be in (0, 2), was " + d);
    }
    if (!(tau > 0 && tau < 1)) {
      throw new IllegalArgumentException("tau must be in (0, 1), was " + tau);
    }
    double[] weights = new double[16];
    double weight = 1;
    int count = 0;
    while (Math.abs(weight) >= tau) {
      if (count == LONGEST) {
        throw new IllegalArgumentException(
            "tau " + tau + " needs more than " + LONGEST + " weights; take a larger one");
      }
      if (count == weights.length) {
        weights = Arrays.copyOf(weights, 2 * count);
      }
      weights[count++] = weight;
      weight = -weight * (d - count + 1) / count;
    }
    return Arrays.copyOf(weights, count);
  }

  static Column column(Graph g, Arguments a) {
    double[] weights = weights(a.number(0), a.number(1));
    Column log = Pointwise.map(g, "ln", g.close(), StrictMath::log);
    return g.column(
        "fracDiff(" + a + ")",
        weights.length - 1,
        (out, from, to) -> {
          double[] x = log.values();
          for (int t = from; t < to; t++) {
            double even = 0;
            double odd = 0;
            int k = 0;
            for (; k + 1 < weights.length; k += 2) {
              even += weights[k] * x[t - k];
              odd += weights[k + 1] * x[t - k - 1];
            }
            out[t] = k < weights.length ? even + weights[k] * x[t - k] + odd : even + odd;
          }
        },
        log);
  }
}
