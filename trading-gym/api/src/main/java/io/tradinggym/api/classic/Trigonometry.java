package io.tradinggym.api.classic;

/**
 * Sine and cosine whose bits are the same on every platform, unlike {@code Math.sin}, which a JVM may replace. Angles
 * up to pi/4 take a Taylor polynomial (error below 1 ulp there, measured against {@code StrictMath}); angles up to 2^20
 * quarter turns are first reduced by a multiple of pi/2 held in three parts (Cody and Waite 1980), with an absolute
 * error below 4e-16; larger ones go to {@code StrictMath}.
 */
final class Trigonometry {
  private static final double SMALL = Math.PI / 4;
  private static final double QUARTERS_PER_RADIAN = 2 / Math.PI;
  private static final double MOST_QUARTERS = 1 << 20;
  // pi/2 = HIGH + MIDDLE + LOW; HIGH and MIDDLE have 33 bits, so k * HIGH and k * MIDDLE are exact
  // for k < 2^20.
  private static final double HIGH = 0x1.921fb544p0;
  private static final double MIDDLE = 0x1.0b4611a6p-34;
  private static final double LOW = 0x1.3198a2e037073p-69;

  private Trigonometry() {}

  static double sin(double x) {
    return Math.abs(x) <= SMALL ? smallSin(x) : reduced(x, 0);
  }

  static double cos(double x) {
    return Math.abs(x) <= SMALL ? smallCos(x) : reduced(x, 1);
  }

  /** sin(x + shift * pi/2). */
  private static double reduced(double x, int shift) {
    double quarters = Math.rint(x * QUARTERS_PER_RADIAN);
    if (!(Math.abs(quarters) < MOST_QUARTERS)) {
      return shift == 0 ? StrictMath.sin(x) : StrictMath.cos(x);
    }
    double r = ((x - quarters * HIGH) - quarters * MIDDLE) - quarters * LOW;
    return switch (((int) quarters + shift) & 3) {
      case 0 -> smallSin(r);
      case 1 -> smallCos(r);
      case 2 -> -smallSin(r);
      default -> -smallCos(r);
    };
  }

  // The polynomials are summed in pairs (Estrin 1960): about half the latency of Horner's rule.

  /** The sine of an angle up to pi/4. */
  static double smallSin(double x) {
    double z = x * x;
    double z2 = z * z;
    double tail =
        (-1.0 / 6 + z * (1.0 / 120))
            + z2 * (-1.0 / 5040 + z * (1.0 / 362880))
            + z2
                * z2
                * ((-1.0 / 39916800 + z * (1.0 / 6227020800.0)) + z2 * (-1.0 / 1307674368000.0));
    return x + x * (z * tail);
  }

  /** The cosine of an angle up to pi/4. */
  static double smallCos(double x) {
    double z = x * x;
    double z2 = z * z;
    double tail =
        (1.0 / 24 + z * (-1.0 / 720))
            + z2 * (1.0 / 40320 + z * (-1.0 / 3628800))
            + z2
                * z2
                * ((1.0 / 479001600.0 + z * (-1.0 / 87178291200.0))
                    + z2 * (1.0 / 20922789888000.0));
    return 1 + (-0.5 * z + z2 * tail);
  }
}
