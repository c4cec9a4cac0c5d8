package io.tradinggym.options.pricing;

import io.tradinggym.market.Exponential;

/**
 * Black's formula without units: the undiscounted price of the out-of-the-money option over sqrt(F K),
 *
 * <p>b = exp(-a t) N(t - a) - exp(a t) N(-t - a), with a = |ln(F/K)| / s, t = s / 2 and s = sigma sqrt(T) &gt; 0.
 *
 * <p>The textbook difference loses all digits where the option is worth little. Here b = n(sqrt(a^2 + t^2)) D with
 * D = M(a - t) - M(a + t) and M Mills' ratio, and where these two are close D is the integral of -M' over [a - t, a +
 * t] by Gauss-Legendre quadrature: a sum of positive terms. The relative error is a few 1e-16 for any a and t.
 *
 * @see <a href="http://www.jaeckel.org/LetsBeRational.pdf">Jaeckel (2015), Let's be rational, section 2</a>, for the
 * problem
 */
final class NormalisedBlack {
  /** From here on, relative to max(1, a), the difference of Mills' ratios keeps its digits. */
  private static final double WIDE = 0.25;

  /** Up to here, relative to max(1, a), five nodes reach full precision; nine do up to {@link #WIDE}. */
  private static final double NARROW = 0.04;

  /** Beyond this many standard deviations the density, and with it the price, is below the smallest double. */
  private static final double FAR = 54;

  private static final double HALF_LOG_2PI = 0.9189385332046728;

  private NormalisedBlack() {}

  /** The price b, between 0 and exp(-a t). */
  static double price(double a, double t) {
    if (a > FAR) {
      return 0;
    }
    if (t < a || t < WIDE) {
      return density(a, t) * timeValue(a, t);
    }
    return Exponential.of(-a * t) - complement(a, t);
  }

  /** D = b / n(sqrt(a^2 + t^2)), which is the price over its vega; only for t &lt; max(a, 0.25). */
  static double timeValue(double a, double t) {
    double scale = Math.max(1, a);
    if (t < NARROW * scale) {
      return t * fiveNodes(a, t);
    }
    if (t < WIDE * scale) {
      return t * nineNodes(a, t);
    }
    return Normal.mills(a - t) - Normal.mills(a + t);
  }

  /** What the price lacks to its upper bound exp(-a t), free of cancellation; only for t &gt;= a. */
  static double complement(double a, double t) {
    return density(a, t) * complementRatio(a, t);
  }

  /** The complement over n(sqrt(a^2 + t^2)); only for t &gt;= a. */
  static double complementRatio(double a, double t) {
    return Normal.mills(t - a) + Normal.mills(t + a);
  }

  /** ln b without underflow; only for t &lt; max(a, 0.25). */
  static double logPrice(double a, double t) {
    return logDensity(a, t) + StrictMath.log(timeValue(a, t));
  }

  /** ln n(sqrt(a^2 + t^2)). */
  static double logDensity(double a, double t) {
    return -0.5 * (a * a + t * t) - HALF_LOG_2PI;
  }

  /** n(sqrt(a^2 + t^2)), the derivative of b by s. */
  static double density(double a, double t) {
    double large = a * a;
    double small = t * t;
    double square = large + small;
    if (square > FAR * FAR) {
      return 0;
    }
    double virtual = square - large;
    double lost =
        (large - (square - virtual))
            + (small - virtual)
            + Math.fma(a, a, -large)
            + Math.fma(t, t, -small);
    return Normal.INVERSE_SQRT_2PI * Exponential.of(-0.5 * square) * (1 - 0.5 * lost);
  }

  private static double fiveNodes(double a, double t) {
    double inner = 0.5384693101056831 * t;
    double outer = 0.906179845938664 * t;
    return 0.5688888888888889 * Normal.millsSlope(a)
        + 0.47862867049936647 * (Normal.millsSlope(a - inner) + Normal.millsSlope(a + inner))
        + 0.23692688505618908 * (Normal.millsSlope(a - outer) + Normal.millsSlope(a + outer));
  }

  private static double nineNodes(double a, double t) {
    double x1 = 0.3242534234038089 * t;
    double x2 = 0.6133714327005904 * t;
    double x3 = 0.8360311073266358 * t;
    double x4 = 0.9681602395076261 * t;
    return 0.3302393550012598 * Normal.millsSlope(a)
        + 0.31234707704000286 * (Normal.millsSlope(a - x1) + Normal.millsSlope(a + x1))
        + 0.26061069640293544 * (Normal.millsSlope(a - x2) + Normal.millsSlope(a + x2))
        + 0.1806481606948574 * (Normal.millsSlope(a - x3) + Normal.millsSlope(a + x3))
        + 0.08127438836157441 * (Normal.millsSlope(a - x4) + Normal.millsSlope(a + x4));
  }
}
