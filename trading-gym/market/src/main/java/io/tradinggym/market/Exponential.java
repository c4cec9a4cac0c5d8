package io.tradinggym.market;

/** The exponential with the bits of {@link StrictMath#exp}, in a part of its time. */
public final class Exponential {
  // Between these sizes no branch of the algorithm but one is taken.
  private static final double LEAST = 0x1p-27;
  private static final double MOST = 700;

  // Parts and coefficients in e_exp.c of fdlibm (Sun Microsystems, 2004).
  private static final double LN2_HIGH = 6.93147180369123816490e-01;
  private static final double LN2_LOW = 1.90821492927058770002e-10;
  private static final double LOG2_E = 1.44269504088896338700;
  private static final double P1 = 1.66666666666666019037e-01;
  private static final double P2 = -2.77777777770155933842e-03;
  private static final double P3 = 6.61375632143793436117e-05;
  private static final double P4 = -1.65339022054652515390e-06;
  private static final double P5 = 4.13813679705723846039e-08;

  /** The size from which on a power of 2 is taken out; the algorithm looks at the upper half of its bits. */
  private static final double HALF_LN2 = Double.longBitsToDouble(0x3fd62e43L << Integer.SIZE);

  private static final int FRACTION_BITS = 52;

  private Exponential() {}

  /**
   * {@return e to any power, bit for bit that of {@link StrictMath#exp}}
   *
   * @param x the exponent; NaN, infinite and any size as {@link StrictMath#exp} takes them
   */
  public static double of(double x) {
    double size = Math.abs(x);
    if (!(size > LEAST && size < MOST)) {
      return StrictMath.exp(x);
    }
    int k = size < HALF_LN2 ? 0 : (int) (LOG2_E * x + Math.copySign(0.5, x));
    double high = x - k * LN2_HIGH;
    double low = k * LN2_LOW;
    double r = high - low;
    double t = r * r;
    double c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
    double y = 1 - ((low - (r * c) / (2 - c)) - high);
    return Double.longBitsToDouble(Double.doubleToRawLongBits(y) + ((long) k << FRACTION_BITS));
  }
}
