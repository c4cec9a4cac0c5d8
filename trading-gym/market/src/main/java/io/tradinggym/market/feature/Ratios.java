package io.tradinggym.market.feature;

import java.util.Arrays;

/**
 * Logarithms of price ratios: plain arithmetic, hence the same bits everywhere, and quick for the usual small moves.
 */
public final class Ratios {
  /** Where the series ends, and a logarithm that is nearer for sure: the series of 0.08 is 0.1603. */
  private static final double FARTHEST = 0.08;

  private static final double SURELY = 0.16;

  private Ratios() {}

  /**
   * {@return {@code ln(a / b)}: the series of {@code 2 atanh((a - b) / (a + b))}, whose rest is below 1e-16 for moves
   * up to 17 %, and {@link StrictMath#log} beyond}
   *
   * @param a &gt; 0
   * @param b &gt; 0
   */
  public static double log(double a, double b) {
    double s = (a - b) / (a + b);
    if (!(Math.abs(s) < FARTHEST)) {
      return StrictMath.log(a / b);
    }
    return series(s);
  }

  /**
   * Writes {@code ln(close[i] / close[i - lag])} for i of {@code from .. to - 1} to the beginning of {@code out}, 0
   * where there is none: {@link #log} of each.
   */
  static void logs(Path path, int lag, int from, int to, double[] out) {
    int start = Math.clamp(lag, from, to);
    Arrays.fill(out, 0, start - from, 0);
    // Copies stand at equal places: only so does the compiler see that one does not change the
    // other.
    double[] then = path.earlier;
    System.arraycopy(path.close, start, out, start - from, to - start);
    System.arraycopy(path.close, start - lag, then, start - from, to - start);
    for (int i = start - from; i < to - from; i++) {
      out[i] = series((out[i] - then[i]) / (out[i] + then[i]));
    }
    for (int i = start; i < to; i++) {
      if (!(Math.abs(out[i - from]) < SURELY)) {
        out[i - from] = log(path.close[i], path.close[i - lag]);
      }
    }
  }

  private static double series(double s) {
    double q = s * s;
    return 2
        * s
        * (1
            + q
                * (1.0 / 3
                    + q
                        * (1.0 / 5
                            + q * (1.0 / 7 + q * (1.0 / 9 + q * (1.0 / 11 + q * (1.0 / 13)))))));
  }

  /**
   * {@return {@code a / b}, or another value where {@code b} is 0}
   *
   * @param a any number
   * @param b any number
   * @param otherwise the value where there is nothing to divide by
   */
  public static double orElse(double a, double b, double otherwise) {
    return b == 0 ? otherwise : a / b;
  }
}
