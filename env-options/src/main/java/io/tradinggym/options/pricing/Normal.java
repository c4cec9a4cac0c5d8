package io.tradinggym.options.pricing;

import io.tradinggym.market.Exponential;

/**
 * The standard normal law to a few units in the last place, in the tails too: the relative error of {@link #cdf}
 * stays below 1e-15 down to where the result becomes subnormal (x = -37.5).
 *
 * <p>Everything rests on Mills' ratio M(a) = N(-a) / n(a) = sqrt(pi/2) erfcx(a / sqrt 2), which is smooth on [0,
 * inf): one polynomial in y = (a - 4) / (a + 4) represents (a + 4) M(a) on the whole half line. The coefficients are
 * Chebyshev expansions taken in 50-digit arithmetic and written out in powers of y, where they stay of order one.
 *
 * @see <a href="https://doi.org/10.1090/S0025-5718-1981-0595058-X">Shepherd and Laframboise (1981)</a>, who
 * introduced the map
 */
public final class Normal {
  static final double INVERSE_SQRT_2PI = 0.3989422804014327;
  private static final double SQRT_2PI = 2.5066282746310007;

  /** (a + 4) M(a) by falling powers of y = (a - 4) / (a + 4). */
  static final double[] MILLS = {
    -1.1267807254558607e-10,
    2.946488876280441e-10,
    1.5854913575723623e-9,
    -2.142295344399263e-9,
    -1.145701192551998e-8,
    3.5919778637323777e-9,
    5.7235748608406186e-8,
    3.66737949934239e-8,
    -2.215470359124112e-7,
    -3.922932522029295e-7,
    6.857356598858169e-7,
    2.563178850836918e-6,
    -1.5801527038269724e-6,
    -1.484070957232045e-5,
    1.7968713266322371e-6,
    8.809493632053581e-5,
    -4.7833729314486615e-6,
    -0.0005792691439164002,
    0.0003342446322140252,
    0.004087855661108637,
    -0.008722295275658478,
    -0.018900450860304858,
    0.15139176231250703,
    -0.4675409629983781,
    0.9704095548675873,
    -1.523770910819983,
    1.8932190633084853,
  };

  /** (a + 4.25)^2 (1 - a M(a)) by falling powers of y = (a - 3.75) / (a + 4.25), valid from a = -0.25. */
  static final double[] SLOPE = {
    1.4943072060868564e-9,
    1.5154345091765302e-9,
    -1.470018932231442e-8,
    -2.115704796701273e-8,
    6.443958212597558e-8,
    1.4793359411312947e-7,
    -1.2888941683099052e-7,
    -6.925205703546115e-7,
    -2.4429533644204755e-7,
    2.40356910611414e-6,
    3.582933342332621e-6,
    -6.142404876195336e-6,
    -2.10790208391672e-5,
    8.227210527721791e-6,
    0.00010041515524708993,
    2.7613837776836495e-5,
    -0.0004610324436027889,
    -0.00030111182098412813,
    0.002282821886686873,
    0.0015176494967182846,
    -0.012994599647932587,
    -0.0012113313126948073,
    0.0804273938749727,
    -0.10585707695326342,
    -0.34750452562011697,
    1.7783505466599672,
    -4.083552949300523,
    6.106881775593235,
    -6.235024948961498,
    3.8173332534483935,
  };

  /**
   * w - z by falling powers of (w - 4) / (w + 4), w = sqrt(-2 ln N(-z)), for N(-z) from 1/2 down to 1e-325; error
   * 1e-7.
   */
  private static final double[] QUANTILE = {
    0.0037688692628149805,
    -0.07951313136533968,
    0.1319188336543219,
    -0.0866517611306412,
    0.05043685487489658,
    -0.08618649501078274,
    0.11165952343224067,
    -0.14285888301910493,
    0.16947641075964734,
    -0.26057302475971633,
    0.3426981848107468,
    -0.7471714258565842,
    0.5988072889606694,
  };

  private Normal() {}

  /**
   * {@return the density n(x) = exp(-x^2/2) / sqrt(2 pi)}
   *
   * @param x any number, infinite ones too
   */
  public static double pdf(double x) {
    double square = x * x;
    // The rounding of x^2 would cost up to 700 ulp in the tail.
    double lost = square < Double.POSITIVE_INFINITY ? Math.fma(x, x, -square) : 0;
    return INVERSE_SQRT_2PI * Exponential.of(-0.5 * square) * (1 - 0.5 * lost);
  }

  /**
   * {@return the probability N(x) that a standard normal variable lies below x}
   *
   * @param x any number, infinite ones too
   */
  public static double cdf(double x) {
    return cdf(x, pdf(x));
  }

  /**
   * {@return {@link #cdf(double)} for whoever has the density at x already}
   *
   * @param x any number, infinite ones too
   * @param density {@link #pdf} of it
   */
  public static double cdf(double x, double density) {
    double a = Math.abs(x);
    if (a > 40) {
      return x > 0 ? 1 : 0;
    }
    double tail = density * mills(a);
    return x > 0 ? 1 - tail : tail;
  }

  /**
   * {@return the x with N(x) = p}
   *
   * @param p probability in [0, 1]; 0 and 1 give -infinity and infinity
   * @throws IllegalArgumentException for any other p
   */
  public static double quantile(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("p must be in [0, 1], was " + p);
    }
    double tail = Math.min(p, 1 - p);
    if (tail == 0) {
      return p == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    double x = lowerQuantile(tail);
    // One step of Halley's method cubes the error of the guess.
    double newton = (cdf(x) - tail) / pdf(x);
    x -= newton / (1 + 0.5 * x * newton);
    return p <= 0.5 ? x : -x;
  }

  /** The quantile of p in (0, 1/2] with an absolute error of 1e-7: a first guess for others to refine. */
  static double lowerQuantile(double p) {
    double w = Math.sqrt(-2 * StrictMath.log(p));
    double y = (w - 4) / (w + 4);
    double sum = QUANTILE[0];
    for (int i = 1; i < QUANTILE.length; i++) {
      sum = Math.fma(sum, y, QUANTILE[i]);
    }
    return sum - w;
  }

  /**
   * {@return Mills' ratio N(-a) / n(a); for negative a it grows like exp(a^2/2) and overflows below -37.6}
   *
   * @param a any number
   */
  public static double millsRatio(double a) {
    return a >= 0 ? mills(a) : SQRT_2PI * Exponential.of(0.5 * a * a) - mills(-a);
  }

  /** Mills' ratio for a >= 0. */
  static double mills(double a) {
    if (a > 1e17) {
      return 1 / a;
    }
    double scale = a + 4;
    double y = (a - 4) / scale;
    double sum = MILLS[0];
    for (int i = 1; i < MILLS.length; i++) {
      sum = Math.fma(sum, y, MILLS[i]);
    }
    return sum / scale;
  }

  /** Minus the derivative of Mills' ratio, 1 - a M(a) > 0, for a >= -0.25, free of cancellation. */
  static double millsSlope(double a) {
    double scale = a + 4.25;
    double y = (a - 3.75) / scale;
    double sum = SLOPE[0];
    for (int i = 1; i < SLOPE.length; i++) {
      sum = Math.fma(sum, y, SLOPE[i]);
    }
    return sum / (scale * scale);
  }
}
