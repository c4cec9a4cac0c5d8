package io.tradinggym.options.pricing;

/**
 * Inverts {@link NormalisedBlack}: the total standard deviation s at which the out-of-the-money option costs b.
 *
 * <p>Peter Jaeckel's method. As a function of s the price turns from convex to concave at s_c = sqrt(2x), x =
 * |ln(F/K)|; the tangent there meets the bounds of the price at s_l and s_u. That gives four branches. In each a
 * rational cubic of a transformed price is the first guess, and two steps of Householder's third method (fourth
 * order) on an objective that is almost straight, 1/ln b, b or ln(b_max - b), leave nothing but rounding.
 *
 * @see <a href="http://www.jaeckel.org/LetsBeRational.pdf">Jaeckel (2015), Let's be rational</a>
 */
final class ImpliedDeviation {
  private static final int STEPS = 2;
  private static final double SQRT_2PI = 2.5066282746310007;
  private static final double SQRT_HALF_PI = 1.2533141373155003;
  private static final double TWO_PI = 2 * Math.PI;
  private static final double SQRT_3 = 1.7320508075688772;

  private ImpliedDeviation() {}

  /**
   * The deviation s = sigma sqrt(T).
   *
   * @param x |ln(F/K)|, &gt;= 0
   * @param price normalised out-of-the-money price, in (0, exp(-x/2))
   * @param complement exp(-x/2) - price, &gt; 0, given apart because the difference would lose it
   */
  static double solve(double x, double price, double complement) {
    return solve(x, price, complement, STEPS);
  }

  /** The same after so many steps; 0 is the first guess. */
  static double solve(double x, double price, double complement, int steps) {
    double center = Math.sqrt(2 * x);
    double bound = StrictMath.exp(-0.5 * x);
    double centerDensity = bound / SQRT_2PI;
    double centerValue = SQRT_HALF_PI - Normal.mills(center);
    double centerPrice = centerDensity * centerValue;
    if (price < centerPrice) {
      return belowCenter(x, price, center, centerPrice, centerDensity, steps);
    }
    return aboveCenter(x, price, complement, bound, center, centerPrice, centerDensity, steps);
  }

  private static double belowCenter(
      double x, double price, double center, double centerPrice, double centerDensity, int steps) {
    double lower = lowerTangent(center);
    double lowerDensity = NormalisedBlack.density(x / lower, 0.5 * lower);
    double lowerPrice = NormalisedBlack.price(x / lower, 0.5 * lower);
    if (price >= lowerPrice) {
      double d0 = 1 / lowerDensity;
      double d1 = 1 / centerDensity;
      double r = RationalCubic.shapeAtRight(lowerPrice, centerPrice, lower, center, d0, d1, 0);
      double guess = RationalCubic.at(price, lowerPrice, centerPrice, lower, center, d0, d1, r);
      return linear(x, price, guess, steps);
    }
    double logPrice = StrictMath.log(price);
    double s = lowestGuess(x, price, lower, lowerPrice, lowerDensity);
    for (int i = 0; i < steps; i++) {
      s = stepReciprocalLog(x, logPrice, s);
    }
    return s;
  }

  /**
   * Where the tangent at the centre meets zero: s_c - b_c / b'(s_c) = integral of u M(u) over [0, s_c], with M Mills'
   * ratio.
   */
  private static double lowerTangent(double center) {
    if (center < 0.01) {
      return center
          * center
          * (0.5 * SQRT_HALF_PI - center * (1 / 3.0 - center * SQRT_HALF_PI / 8));
    }
    return center - (SQRT_HALF_PI - Normal.mills(center));
  }

  /**
   * The guess for the smallest prices: f = (2 pi x / 3 sqrt 3) N(z)^3, z = -x / (sqrt 3 s), behaves like the price
   * itself as s goes to 0, so it is interpolated from (0, 0) with slope 1, and then solved for s.
   */
  private static double lowestGuess(double x, double price, double s, double at, double density) {
    double scale = TWO_PI * x / (3 * SQRT_3);
    double z = -x / (SQRT_3 * s);
    double n = Normal.cdf(z);
    double zz = z * z;
    double f = scale * n * n * n;
    double slope = TWO_PI * zz * n * n * StrictMath.exp(zz + s * s / 8);
    double logSlopeByS = -2 / s - 2 * Normal.pdf(z) / n * z / s - 2 * zz / s + 0.25 * s;
    double curvature = slope * logSlopeByS / density;
    double r = RationalCubic.shapeAtRight(0, at, 0, f, 1, slope, curvature);
    double wanted = RationalCubic.at(price, 0, at, 0, f, 1, slope, r);
    double probability = StrictMath.cbrt(wanted / scale);
    if (!(probability > 0)) {
      // Below 1e-300: the leading order, ln b = -x^2 / (2 s^2).
      return x / Math.sqrt(-2 * StrictMath.log(price));
    }
    return x / (SQRT_3 * -Normal.lowerQuantile(Math.min(probability, 0.5)));
  }

  private static double aboveCenter(
      double x,
      double price,
      double complement,
      double bound,
      double center,
      double centerPrice,
      double density,
      int steps) {
    double upper = center + (bound - centerPrice) / density;
    double a = x / upper;
    double upperComplement = NormalisedBlack.complement(a, 0.5 * upper);
    double upperDensity = NormalisedBlack.density(a, 0.5 * upper);
    if (complement > upperComplement) {
      double upperPrice = bound - upperComplement;
      double d0 = 1 / density;
      double d1 = 1 / upperDensity;
      double r = RationalCubic.shapeAtLeft(centerPrice, upperPrice, center, upper, d0, d1);
      double guess = RationalCubic.at(price, centerPrice, upperPrice, center, upper, d0, d1, r);
      return linear(x, price, guess, steps);
    }
    double logComplement = StrictMath.log(complement);
    double s = highestGuess(a, complement, upper, upperComplement);
    for (int i = 0; i < steps; i++) {
      s = stepLogComplement(x, logComplement, s);
    }
    return s;
  }

  /**
   * The guess for the largest prices: f = N(-s/2) as a function of the complement is interpolated down to (0, 0), where
   * its slope is 1/2, and then solved for s.
   */
  private static double highestGuess(double a, double complement, double s, double at) {
    double f = Normal.cdf(-0.5 * s);
    double ratio = StrictMath.exp(0.5 * a * a);
    double slope = 0.5 * ratio;
    double curvature = SQRT_HALF_PI * StrictMath.exp(a * a + s * s / 8) * a * a / s;
    double r = RationalCubic.shapeAtRight(0, at, 0, f, 0.5, slope, curvature);
    double wanted = RationalCubic.at(complement, 0, at, 0, f, 0.5, slope, r);
    return -2 * Normal.lowerQuantile(Math.min(Math.max(wanted, Double.MIN_VALUE), 0.5));
  }

  private static double linear(double x, double price, double guess, int steps) {
    double s = guess;
    for (int i = 0; i < steps; i++) {
      s = stepLinear(x, price, s);
    }
    return s;
  }

  /** One step on b itself. */
  private static double stepLinear(double x, double price, double s) {
    double a = x / s;
    double t = 0.5 * s;
    double density = NormalisedBlack.density(a, t);
    double newton = (price - NormalisedBlack.price(a, t)) / density;
    double second = (a * a - t * t) / s;
    double third = second * second - 3 * a * a / (s * s) - 0.25;
    return s + householder(newton, second, third, s);
  }

  /** One step on 1 / ln b. */
  private static double stepReciprocalLog(double x, double logPrice, double s) {
    double a = x / s;
    double t = 0.5 * s;
    double inverse = 1 / NormalisedBlack.timeValue(a, t);
    double log = NormalisedBlack.logPrice(a, t);
    double newton = (logPrice - log) * log / logPrice / inverse;
    double second = (a * a - t * t) / s;
    double third = second * second - 3 * a * a / (s * s) - 0.25;
    double bend = inverse * (1 + 2 / log);
    double h2 = second - bend;
    double h3 = third + 2 * inverse * inverse * (1 + 3 / log * (1 + 1 / log)) - 3 * second * bend;
    return s + householder(newton, h2, h3, s);
  }

  /** One step on ln(b_max - b). */
  private static double stepLogComplement(double x, double logComplement, double s) {
    double a = x / s;
    double t = 0.5 * s;
    double missing = NormalisedBlack.complementRatio(a, t);
    double inverse = 1 / missing;
    double newton =
        (NormalisedBlack.logDensity(a, t) + StrictMath.log(missing) - logComplement) * missing;
    double second = (a * a - t * t) / s;
    double third = second * second - 3 * a * a / (s * s) - 0.25;
    double h2 = second + inverse;
    double h3 = third + inverse * (2 * inverse + 3 * second);
    return s + householder(newton, h2, h3, s);
  }

  /** Householder's third step from the Newton step and g''/g', g'''/g'; never more than halving or doubling s. */
  private static double householder(double newton, double h2, double h3, double s) {
    double step = newton * (1 + 0.5 * h2 * newton) / (1 + newton * (h2 + h3 * newton / 6));
    return Math.max(-0.5 * s, Math.min(s, step));
  }
}
