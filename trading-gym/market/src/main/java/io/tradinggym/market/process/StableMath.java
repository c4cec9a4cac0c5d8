package io.tradinggym.market.process;

/**
 * Exponentials and logarithms of arithmetic alone: the same bits on every platform, and faster than {@code StrictMath}.
 * The loops have no branch, so compilers make vectors of them; what moves between bits and numbers stands in loops of
 * its own, for which the compiler has none.
 */
final class StableMath {
  private static final double LOG2_E = 1.4426950408889634;
  // ln 2 in two parts, the first with 20 zero bits at its end: k * LN2_HIGH is exact for |k| < 2^20
  private static final double LN2_HIGH = 0x1.62e42feep-1;
  private static final double LN2_LOW = 0x1.a39ef35793c76p-33;

  /** Beyond it a price has no meaning; e^-600 and e^600 are still normal numbers. */
  static final double LIMIT = 600;

  private StableMath() {}

  /**
   * Puts e^x in the place of each x, within 2 ulp, for |x| up to {@link #LIMIT}; larger x are taken as the limit.
   *
   * @param powers scratch
   */
  static void exp(double[] x, double[] powers, int count) {
    for (int i = 0; i < count; i++) {
      // a branch that is never taken costs less than two bounds
      if (Math.abs(x[i]) > LIMIT) {
        x[i] = Math.copySign(LIMIT, x[i]);
      }
    }
    for (int i = 0; i < count; i++) {
      double k = Math.rint(x[i] * LOG2_E);
      double r = x[i] - k * LN2_HIGH - k * LN2_LOW;
      // Taylor on |r| <= ln(2)/2 in Estrin's order, which does not wait for every term; what is
      // left
      // out is below 5e-18
      double r2 = r * r;
      double r4 = r2 * r2;
      double low = (1.0 / 2 + r * (1.0 / 6)) + r2 * (1.0 / 24 + r * (1.0 / 120));
      double middle = (1.0 / 720 + r * (1.0 / 5040)) + r2 * (1.0 / 40320 + r * (1.0 / 362880));
      double high =
          (1.0 / 3628800 + r * (1.0 / 39916800))
              + r2 * (1.0 / 479001600 + r * (1.0 / 6227020800.0));
      powers[i] = k;
      x[i] = 1 + (r + r2 * (low + r4 * (middle + r4 * high)));
    }
    for (int i = 0; i < count; i++) {
      x[i] *= Double.longBitsToDouble(((long) powers[i] + 1023) << 52);
    }
  }

  /**
   * Puts the logarithm in the place of each x, a positive normal number: relative error below 2e-15 (absolute near 1).
   *
   * @param powers scratch
   */
  static void log(double[] x, double[] powers, int count) {
    for (int i = 0; i < count; i++) {
      long bits = Double.doubleToRawLongBits(x[i]);
      // x = 2^k m with m from sqrt(1/2) to sqrt(2)
      long k = (bits - 0x3fe6a09e667f3bcdL) >> 52;
      powers[i] = k;
      x[i] = Double.longBitsToDouble(bits - (k << 52));
    }
    for (int i = 0; i < count; i++) {
      // log m = 2 artanh(s), |s| <= 0.1716: the first term left out is below 1e-17
      double s = (x[i] - 1) / (x[i] + 1);
      double q = s * s;
      double q2 = q * q;
      double q4 = q2 * q2;
      double series =
          (1.0 / 3 + q * (1.0 / 5))
              + q2 * (1.0 / 7 + q * (1.0 / 9))
              + q4
                  * ((1.0 / 11 + q * (1.0 / 13))
                      + q2 * (1.0 / 15 + q * (1.0 / 17))
                      + q4 * (1.0 / 19 + q * (1.0 / 21)));
      x[i] = powers[i] * LN2_HIGH + (2 * s + (2 * s * q * series + powers[i] * LN2_LOW));
    }
  }
}
