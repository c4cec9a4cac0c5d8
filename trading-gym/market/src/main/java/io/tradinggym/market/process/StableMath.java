package io.tradinggym.market.process;

/** An exponential of arithmetic alone: the same bits on every platform, and faster than {@code StrictMath.exp}. */
final class StableMath {
  private static final double LOG2_E = 1.4426950408889634;
  // ln 2 in two parts, the first with 20 zero bits at its end: k * LN2_HIGH is exact for |k| < 2^20
  private static final double LN2_HIGH = 0x1.62e42feep-1;
  private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
  /** Beyond it a price has no meaning; e^-600 and e^600 are still normal numbers. */
  static final double LIMIT = 600;

  private StableMath() {}

  /** e^x within 2 ulp, for |x| up to {@link #LIMIT}; larger x are taken as the limit. */
  static double exp(double x) {
    double bounded = Math.clamp(x, -LIMIT, LIMIT);
    long k = Math.round(bounded * LOG2_E);
    double r = bounded - k * LN2_HIGH - k * LN2_LOW;
    // Taylor on |r| <= ln(2)/2: the first term left out is below 5e-18
    double p = 1.0 / 6227020800.0;
    p = p * r + 1.0 / 479001600.0;
    p = p * r + 1.0 / 39916800.0;
    p = p * r + 1.0 / 3628800.0;
    p = p * r + 1.0 / 362880.0;
    p = p * r + 1.0 / 40320.0;
    p = p * r + 1.0 / 5040.0;
    p = p * r + 1.0 / 720.0;
    p = p * r + 1.0 / 120.0;
    p = p * r + 1.0 / 24.0;
    p = p * r + 1.0 / 6.0;
    p = p * r + 0.5;
    p = p * r + 1.0;
    p = p * r + 1.0;
    return p * Double.longBitsToDouble((k + 1023) << 52);
  }
}
