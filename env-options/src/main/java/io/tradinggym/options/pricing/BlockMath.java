package io.tradinggym.options.pricing;

/**
 * Elementary functions of whole arrays. Each is a few short loops without branches, so that the compiler turns the
 * arithmetic into SIMD instructions; every element goes through the same IEEE operations whatever the vector width,
 * so the bits do not depend on the machine.
 *
 * <p>Accuracy: {@link #exp} and {@link #logRatio} 1.5 ulp, {@link #mills} and {@link #addMillsSlope} 3 ulp.
 */
final class BlockMath {
  /** Adding this to a number below 2^51 leaves its nearest integer in the low bits. */
  private static final double ROUND = 0x1.8p52;

  private static final double LOG2_E = 1.4426950408889634;
  private static final double LN2_HIGH = 0x1.62e42fefa38p-1;
  private static final double LN2_LOW = 0x1.ef35793c7673p-45;
  private static final double LARGEST_EXPONENT = 708;

  private static final long HALF_SQRT_BITS = 0x3FE6A09E00000000L;
  private static final long EXPONENT_MASK = 0xFFF0000000000000L;
  private static final long ONE_BITS = 0x3FF0000000000000L;

  private static final double[] EXP = {
    1.6059043836821613e-10, 2.08767569878681e-9, 2.505210838544172e-8, 2.755731922398589e-7,
        2.7557319223985893e-6,
    2.48015873015873e-5, 0.0001984126984126984, 0.001388888888888889, 0.008333333333333333,
        0.041666666666666664,
    0.16666666666666666, 0.5, 1, 1
  };

  /** 2 / (2n + 1) from n = 10 down to 1: ln((1 + f) / (1 - f)) = 2f + f^3 (2/3 + 2/5 f^2 + ...). */
  private static final double[] ATANH = {
    2.0 / 21, 2.0 / 19, 2.0 / 17, 2.0 / 15, 2.0 / 13, 2.0 / 11, 2.0 / 9, 2.0 / 7, 2.0 / 5, 2.0 / 3
  };

  private BlockMath() {}

  /** x becomes e^x; arguments are cut to [-708, 708]. Scratch: y, z. */
  static void exp(double[] x, double[] y, double[] z, int n) {
    for (int i = 0; i < n; i++) {
      double cut = Math.min(Math.max(x[i], -LARGEST_EXPONENT), LARGEST_EXPONENT);
      double shifted = Math.fma(cut, LOG2_E, ROUND);
      double k = shifted - ROUND;
      y[i] = Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, cut));
      z[i] = shifted;
    }
    horner(EXP, y, x, n);
    for (int i = 0; i < n; i++) {
      x[i] =
          Double.longBitsToDouble(
              Double.doubleToRawLongBits(x[i]) + (Double.doubleToRawLongBits(z[i]) << 52));
    }
  }

  /**
   * a becomes ln(a / b) for positive normal a and b, to full relative accuracy where they are close. Scratch: y, z; b
   * is overwritten.
   */
  static void logRatio(double[] a, double[] b, double[] y, double[] z, int n) {
    for (int i = 0; i < n; i++) {
      // The power of two that brings b within [sqrt(1/2), sqrt(2)] of a.
      long offset = Double.doubleToRawLongBits(a[i] / b[i]) - HALF_SQRT_BITS;
      long power = offset & EXPONENT_MASK;
      z[i] = power >> 52;
      b[i] = b[i] * Double.longBitsToDouble(ONE_BITS + power);
    }
    for (int i = 0; i < n; i++) {
      double f = (a[i] - b[i]) / (a[i] + b[i]);
      b[i] = f;
      y[i] = f * f;
    }
    horner(ATANH, y, a, n);
    for (int i = 0; i < n; i++) {
      double f = b[i];
      double tail = Math.fma(f * y[i], a[i], z[i] * LN2_LOW);
      a[i] = Math.fma(z[i], LN2_HIGH, Math.fma(2, f, tail));
    }
  }

  /** result = Mills' ratio of a &gt;= 0, finite. Scratch: y. */
  static void mills(double[] a, double[] result, double[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = (a[i] - 4) / (a[i] + 4);
    }
    horner(Normal.MILLS, y, result, n);
    for (int i = 0; i < n; i++) {
      result[i] /= a[i] + 4;
    }
  }

  /** sum += weight (slope(a - offset t) + slope(a + offset t)), slope = -dM/da. Scratch: y, p. */
  static void addMillsSlopes(
      double[] a,
      double[] t,
      double offset,
      double weight,
      double[] sum,
      double[] y,
      double[] p,
      int n) {
    addMillsSlope(a, t, -offset, weight, sum, y, p, n);
    addMillsSlope(a, t, offset, weight, sum, y, p, n);
  }

  /** sum += weight slope(a + offset t). Scratch: y, p. */
  static void addMillsSlope(
      double[] a,
      double[] t,
      double offset,
      double weight,
      double[] sum,
      double[] y,
      double[] p,
      int n) {
    for (int i = 0; i < n; i++) {
      double at = Math.fma(offset, t[i], a[i]);
      y[i] = (at - 3.75) / (at + 4.25);
    }
    horner(Normal.SLOPE, y, p, n);
    for (int i = 0; i < n; i++) {
      double scale = Math.fma(offset, t[i], a[i]) + 4.25;
      sum[i] += weight * (p[i] / (scale * scale));
    }
  }

  /** result = polynomial in y with coefficients by falling powers, at least five of them. */
  static void horner(double[] coefficients, double[] y, double[] result, int n) {
    int count = coefficients.length;
    double c0 = coefficients[0];
    double c1 = coefficients[1];
    double c2 = coefficients[2];
    double c3 = coefficients[3];
    double c4 = coefficients[4];
    for (int i = 0; i < n; i++) {
      double v = y[i];
      result[i] = Math.fma(Math.fma(Math.fma(Math.fma(c0, v, c1), v, c2), v, c3), v, c4);
    }
    int k = 5;
    for (; k + 4 <= count; k += 4) {
      four(
          coefficients[k],
          coefficients[k + 1],
          coefficients[k + 2],
          coefficients[k + 3],
          y,
          result,
          n);
    }
    for (; k < count; k++) {
      one(coefficients[k], y, result, n);
    }
  }

  private static void four(
      double c1, double c2, double c3, double c4, double[] y, double[] result, int n) {
    for (int i = 0; i < n; i++) {
      double v = y[i];
      result[i] = Math.fma(Math.fma(Math.fma(Math.fma(result[i], v, c1), v, c2), v, c3), v, c4);
    }
  }

  private static void one(double c, double[] y, double[] result, int n) {
    for (int i = 0; i < n; i++) {
      result[i] = Math.fma(result[i], y[i], c);
    }
  }
}
