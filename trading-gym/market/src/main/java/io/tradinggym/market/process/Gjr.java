package io.tradinggym.market.process;

/**
 * The variance law of Glosten, Jagannathan and Runkle: {@code h' = omega + (alpha + gamma 1[e < 0]) e^2 + beta h}, with
 * {@code e = r - mean} the surprise of a bar and h its variance. With gamma 0 it is GARCH(1,1).
 *
 * @param mean of the log return of a bar, finite
 * @param omega what the variance of a bar does not fall below, > 0
 * @param alpha weight of the last squared surprise, >= 0
 * @param gamma additional weight if it was bad, alpha + gamma >= 0
 * @param beta weight of the last variance, >= 0; alpha + gamma / 2 + beta &lt; 1
 * @see <a href="https://doi.org/10.1111/j.1540-6261.1993.tb05128.x">Glosten, Jagannathan and Runkle (1993)</a>
 * @see <a href="https://doi.org/10.1016/0304-4076(86)90063-1">Bollerslev (1986), GARCH</a>
 */
public record Gjr(double mean, double omega, double alpha, double gamma, double beta) {
  /** Checks that variances stay positive and have a long-run mean. */
  public Gjr {
    if (!Double.isFinite(mean)) {
      throw new IllegalArgumentException("mean must be finite, was " + mean);
    }
    if (!(omega > 0)) {
      throw new IllegalArgumentException("omega must be > 0, was " + omega);
    }
    if (!(alpha >= 0) || !(alpha + gamma >= 0)) {
      throw new IllegalArgumentException(
          "alpha and alpha + gamma must be >= 0, were " + alpha + " and " + (alpha + gamma));
    }
    if (!(beta >= 0) || !(alpha + gamma / 2 + beta < 1)) {
      throw new IllegalArgumentException(
          "beta must be >= 0 and alpha + gamma/2 + beta < 1, were "
              + beta
              + " and "
              + (alpha + gamma / 2 + beta));
    }
  }

  /**
   * {@return GARCH(1,1) with mean 0}
   *
   * @param omega what the variance does not fall below, &gt; 0
   * @param alpha weight of the last squared surprise, &gt;= 0
   * @param beta weight of the last variance, &gt;= 0; alpha + beta &lt; 1
   */
  public static Gjr garch(double omega, double alpha, double beta) {
    return new Gjr(0, omega, alpha, 0, beta);
  }

  /**
   * {@return a law with a given long-run deviation of a bar's log return}
   *
   * @param mean of the log return of a bar
   * @param deviation long-run standard deviation of a bar's log return, &gt; 0
   * @param alpha weight of the last squared surprise, &gt;= 0
   * @param gamma additional weight if it was bad, alpha + gamma &gt;= 0
   * @param beta weight of the last variance, &gt;= 0; alpha + gamma / 2 + beta &lt; 1
   */
  public static Gjr withDeviation(
      double mean, double deviation, double alpha, double gamma, double beta) {
    return new Gjr(
        mean, deviation * deviation * (1 - alpha - gamma / 2 - beta), alpha, gamma, beta);
  }

  /**
   * {@return the variance after a bar of this variance and surprise}
   *
   * @param variance of the bar's log return
   * @param surprise the bar's log return less its mean
   */
  public double next(double variance, double surprise) {
    // the sign as a number: which it will be no processor can guess
    long bad = Double.doubleToRawLongBits(surprise) >>> 63;
    return omega + (alpha + gamma * bad) * surprise * surprise + beta * variance;
  }

  /** {@return what is left of a deviation from the long-run variance after one bar, for symmetric shocks} */
  public double persistence() {
    return alpha + gamma / 2 + beta;
  }

  /** {@return the long-run variance of a bar, for symmetric shocks} */
  public double longRunVariance() {
    return omega / (1 - persistence());
  }
}
