package io.tradinggym.market.process;

/**
 * The chi-square distribution, with {@code StrictMath} alone so that tables made of it have the same bits everywhere.
 *
 * @see <a href="https://dlmf.nist.gov/8.7">DLMF 8.7 (series) and 8.9 (continued fraction) of the incomplete gamma</a>
 */
final class ChiSquare {
  private static final double EPSILON = 1e-16;
  private static final int TERMS = 10_000;

  private ChiSquare() {}

  /**
   * The quantile at the probability that a standard normal is below {@code score}.
   *
   * @param guess > 0, where to start
   */
  static double quantile(double freedom, double score, double guess) {
    double a = freedom / 2;
    double logGamma = logGamma(a);
    // work on the smaller tail, where no digits are lost
    boolean lower = score < 0;
    double target = StrictMath.log(0.5 * upperNormalTwice(Math.abs(score)));
    double low = 0;
    double high = Double.MAX_VALUE;
    double x = guess / 2;
    for (int i = 0; i < 200; i++) {
      double tail = lower ? lowerGamma(a, x, logGamma) : 1 - lowerGamma(a, x, logGamma);
      if (!lower && x > a + 1) {
        tail = upperGamma(a, x, logGamma);
      }
      double miss = StrictMath.log(tail) - target;
      boolean tooLarge = lower ? miss > 0 : miss < 0;
      if (tooLarge) {
        high = x;
      } else {
        low = x;
      }
      // Newton on the log of the tail, in log x; bisection where it leaves the bracket
      double slope = StrictMath.exp(a * StrictMath.log(x) - x - logGamma) / tail;
      double next = x * StrictMath.exp(Math.clamp((lower ? -miss : miss) / slope, -2, 2));
      if (!(next > low && next < high)) {
        next = high == Double.MAX_VALUE ? 2 * x : 0.5 * (low + high);
      }
      if (Math.abs(next - x) <= 1e-14 * x) {
        return 2 * next;
      }
      x = next;
    }
    return 2 * x;
  }

  /** P(|Z| > score), Z standard normal: the upper gamma of one half. */
  private static double upperNormalTwice(double score) {
    double x = score * score / 2;
    return x < 1.5 ? 1 - lowerGamma(0.5, x) : upperGamma(0.5, x, logGamma(0.5));
  }

  /** Regularised lower incomplete gamma P(a, x): the series below a + 1, else 1 - Q. */
  static double lowerGamma(double a, double x) {
    return lowerGamma(a, x, logGamma(a));
  }

  private static double lowerGamma(double a, double x, double logGamma) {
    if (x <= 0) {
      return 0;
    }
    if (x > a + 1) {
      return 1 - upperGamma(a, x, logGamma);
    }
    double term = 1 / a;
    double sum = term;
    for (int n = 1; n < TERMS && term > EPSILON * sum; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return sum * StrictMath.exp(a * StrictMath.log(x) - x - logGamma);
  }

  /** Regularised upper incomplete gamma Q(a, x) for x > a + 1, by Lentz's continued fraction. */
  private static double upperGamma(double a, double x, double logGamma) {
    double b = x + 1 - a;
    double c = 1e300;
    double d = 1 / b;
    double h = d;
    for (int n = 1; n < TERMS; n++) {
      double an = -n * (n - a);
      b += 2;
      d = 1 / (an * d + b);
      c = b + an / c;
      double change = d * c;
      h *= change;
      if (Math.abs(change - 1) < EPSILON * 10) {
        break;
      }
    }
    return h * StrictMath.exp(a * StrictMath.log(x) - x - logGamma);
  }

  /** log of the gamma function for a > 0: Stirling's series after lifting a above 12. */
  static double logGamma(double a) {
    double lift = 0;
    double x = a;
    while (x < 12) {
      lift += StrictMath.log(x);
      x += 1;
    }
    double y = 1 / (x * x);
    double series =
        1.0 / 12
            - y
                * (1.0 / 360
                    - y * (1.0 / 1260 - y * (1.0 / 1680 - y * (1.0 / 1188 - y * 691.0 / 360360))));
    return (x - 0.5) * StrictMath.log(x)
        - x
        + 0.5 * StrictMath.log(2 * Math.PI)
        + series / x
        - lift;
  }
}
