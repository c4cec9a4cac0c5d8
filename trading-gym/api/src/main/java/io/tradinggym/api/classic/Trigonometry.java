package io.tradinggym.api.classic;

/**
 * Sine and cosine whose bits are the same on every platform, unlike {@code Math.sin}, which a JVM may replace. Angles up
 * to pi/4 take a Taylor polynomial (error below 1 ulp there, measured against {@code StrictMath}); larger ones go to
 * {@code StrictMath}.
 */
final class Trigonometry {
  private static final double SMALL = Math.PI / 4;

  private Trigonometry() {}

  static double sin(double x) {
    if (!(Math.abs(x) <= SMALL)) {
      return StrictMath.sin(x);
    }
    double z = x * x;
    double tail =
        -1.0 / 6
            + z * (1.0 / 120
                + z * (-1.0 / 5040
                    + z * (1.0 / 362880
                        + z * (-1.0 / 39916800 + z * (1.0 / 6227020800.0 + z * (-1.0 / 1307674368000.0))))));
    return x + x * (z * tail);
  }

  static double cos(double x) {
    if (!(Math.abs(x) <= SMALL)) {
      return StrictMath.cos(x);
    }
    double z = x * x;
    double tail =
        1.0 / 24
            + z * (-1.0 / 720
                + z * (1.0 / 40320
                    + z * (-1.0 / 3628800
                        + z * (1.0 / 479001600.0 + z * (-1.0 / 87178291200.0 + z * (1.0 / 20922789888000.0))))));
    return 1 + (-0.5 * z + z * z * tail);
  }
}
