package io.tradinggym.data.feature;

/**
 * The standard normal law.
 *
 * @see <a href="https://doi.org/10.18637/jss.v011.i04">Marsaglia (2004), Evaluating the normal distribution</a>
 */
final class NormalLaw {
  private static final double FARTHEST = 8;
  private static final double LOG_ROOT_TAU = 0.91893853320467274178;

  private NormalLaw() {}

  /**
   * {@return the probability of a value of x at most, to 1e-15} Its series is Phi(x) = 1/2 + phi(x) (x + x^3/3 + x^5/15
   * + ...).
   */
  static double cumulative(double x) {
    if (Double.isNaN(x)) {
      return Double.NaN;
    }
    if (x < -FARTHEST) {
      return 0;
    }
    if (x > FARTHEST) {
      return 1;
    }
    double sum = x;
    double term = x;
    double before = 0;
    for (int i = 3; sum != before; i += 2) {
      before = sum;
      term *= x * x / i;
      sum += term;
    }
    return 0.5 + sum * StrictMath.exp(-0.5 * x * x - LOG_ROOT_TAU);
  }
}
