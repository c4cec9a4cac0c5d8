package io.tradinggym.market.feature;

/**
 * Logarithms of price ratios: plain arithmetic, hence the same bits everywhere, and quick for the usual small moves.
 */
public final class Ratios {
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
    if (!(Math.abs(s) < 0.08)) {
      return StrictMath.log(a / b);
    }
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
   * {@return {@code a / b}, or a value of its own where there is nothing to divide by}
   *
   * @param a the dividend
   * @param b the divisor
   * @param otherwise the value in that case
   */
  public static double orElse(double a, double b, double otherwise) {
    return b == 0 ? otherwise : a / b;
  }
}
