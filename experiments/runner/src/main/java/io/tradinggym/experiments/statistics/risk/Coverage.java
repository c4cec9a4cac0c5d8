package io.tradinggym.experiments.statistics.risk;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Likelihood-ratio tests of a value-at-risk forecast by its exceptions, the periods whose loss was beyond it.
 *
 * @see <a href="https://doi.org/10.3905/jod.1995.407942">Kupiec (1995)</a>
 * @see <a href="https://doi.org/10.2307/2527341">Christoffersen (1998)</a>
 */
public final class Coverage {
  private Coverage() {}

  /**
   * A test statistic and how often a right forecast would exceed it.
   *
   * @param ratio -2 ln of the likelihood ratio, >= 0, chi-squared under the null hypothesis
   * @param degrees of freedom
   * @param pValue small speaks against the forecast
   */
  public record LikelihoodRatio(double ratio, int degrees, double pValue) {
    private static LikelihoodRatio of(double ratio, int degrees) {
      // Rounding can leave a perfect fit a hair below zero.
      double statistic = Math.max(0, ratio);
      return new LikelihoodRatio(
          statistic, degrees, ChiSquaredDistribution.of(degrees).survivalProbability(statistic));
    }
  }

  /**
   * Kupiec: are there as many exceptions as forecast? -2 ln [(1-p)^(T-x) p^x / ((1-x/T)^(T-x) (x/T)^x)], one degree of
   * freedom.
   *
   * @param exceptions x, in 0 .. periods
   * @param periods T, >= 1
   * @param p forecast share of exceptions, in (0, 1); 0.01 for VaR99
   */
  public static LikelihoodRatio unconditional(int exceptions, int periods, double p) {
    if (periods < 1 || exceptions < 0 || exceptions > periods) {
      throw new IllegalArgumentException(
          "exceptions must be in 0 .. periods and periods >= 1, were "
              + exceptions
              + " and "
              + periods);
    }
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException("p must lie in (0, 1), was " + p);
    }
    int others = periods - exceptions;
    return LikelihoodRatio.of(
        2 * (fitted(others, exceptions) - logLikelihood(others, exceptions, p)), 1);
  }

  /**
   * Christoffersen: does an exception say nothing about the next? A first-order Markov chain against independent
   * draws, one degree of freedom.
   *
   * @param exceptions true where the loss was beyond the forecast, in order, at least two periods
   */
  public static LikelihoodRatio independence(boolean[] exceptions) {
    if (exceptions.length < 2) {
      throw new IllegalArgumentException(
          "exceptions must cover at least 2 periods, were " + exceptions.length);
    }
    int[][] moves = new int[2][2];
    for (int t = 1; t < exceptions.length; t++) {
      moves[exceptions[t - 1] ? 1 : 0][exceptions[t] ? 1 : 0]++;
    }
    double chain = fitted(moves[0][0], moves[0][1]) + fitted(moves[1][0], moves[1][1]);
    double draws = fitted(moves[0][0] + moves[1][0], moves[0][1] + moves[1][1]);
    return LikelihoodRatio.of(2 * (chain - draws), 1);
  }

  /** Both at once: the sum of the two ratios, two degrees of freedom. */
  public static LikelihoodRatio conditional(boolean[] exceptions, double p) {
    int count = 0;
    for (boolean exception : exceptions) {
      count += exception ? 1 : 0;
    }
    double ratio =
        independence(exceptions).ratio() + unconditional(count, exceptions.length, p).ratio();
    return LikelihoodRatio.of(ratio, 2);
  }

  /** Log-likelihood at the observed share. */
  private static double fitted(int others, int exceptions) {
    int periods = others + exceptions;
    return periods == 0 ? 0 : logLikelihood(others, exceptions, (double) exceptions / periods);
  }

  /** With 0 ln 0 = 0. */
  private static double logLikelihood(int others, int exceptions, double p) {
    return (others == 0 ? 0 : others * Math.log1p(-p))
        + (exceptions == 0 ? 0 : exceptions * Math.log(p));
  }
}
