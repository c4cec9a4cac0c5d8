package io.tradinggym.explain.risk;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Value at risk of positions and where it comes from, for normal returns of mean 0 with covariance {@code C}:
 *
 * <pre>
 * sigma = sqrt(w' C w)      VaR = z sigma      ES = sigma phi(z) / (1 - confidence)
 * marginal_i = z (C w)_i / sigma      component_i = w_i marginal_i      sum of components = VaR
 * incremental_i = VaR - VaR without i      alone_i = z |w_i| sqrt(C_ii)
 * </pre>
 *
 * A position that lowers the risk has a negative component. Normal tails are thinner than markets' tails.
 *
 * @param confidence in (.5, 1), such as .95
 * @param sigma standard deviation of the profit, money
 * @param valueAtRisk loss that is exceeded with probability 1 - confidence, money
 * @param expectedShortfall mean loss beyond it, money
 * @param marginal change of the value at risk for one more unit of money in an instrument
 * @param component part of the value at risk, money
 * @param incremental what the value at risk would be less without the instrument, money
 * @param alone value at risk of the instrument alone, money
 * @see <a href="https://www.jstor.org/stable/4480136">Garman (1996), Improving on VaR</a>
 */
@SuppressWarnings("ArrayRecordComponent") // Measurements, never compared.
public record RiskBreakdown(
    double confidence,
    double sigma,
    double valueAtRisk,
    double expectedShortfall,
    double[] marginal,
    double[] component,
    double[] incremental,
    double[] alone) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /**
   * Takes risk apart.
   *
   * @param worth of each of n positions, money; negative for a short one
   * @param covariance of returns over the horizon, symmetric, n x n
   * @param confidence in (.5, 1), such as .95
   * @return the breakdown
   * @throws IllegalArgumentException if the confidence is out of its range, or the covariance is not n x n
   */
  public static RiskBreakdown of(double[] worth, double[][] covariance, double confidence) {
    if (!(confidence > 0.5 && confidence < 1)) {
      throw new IllegalArgumentException("confidence must be in (.5, 1), was " + confidence);
    }
    int n = worth.length;
    if (covariance.length != n) {
      throw new IllegalArgumentException(
          n + " positions need a covariance of as many rows, was " + covariance.length);
    }
    double z = NORMAL.inverseCumulativeProbability(confidence);
    double sigma = sigma(worth, covariance, -1);
    double[] marginal = new double[n];
    double[] component = new double[n];
    double[] incremental = new double[n];
    double[] alone = new double[n];
    for (int i = 0; i < n; i++) {
      double slope = 0;
      for (int j = 0; j < n; j++) {
        slope += covariance[i][j] * worth[j];
      }
      marginal[i] = sigma == 0 ? 0 : z * slope / sigma;
      component[i] = worth[i] * marginal[i];
      incremental[i] = z * (sigma - sigma(worth, covariance, i));
      alone[i] = z * Math.abs(worth[i]) * Math.sqrt(covariance[i][i]);
    }
    double shortfall = sigma * NORMAL.density(z) / (1 - confidence);
    return new RiskBreakdown(
        confidence, sigma, z * sigma, shortfall, marginal, component, incremental, alone);
  }

  private static double sigma(double[] worth, double[][] covariance, int without) {
    double square = 0;
    for (int i = 0; i < worth.length; i++) {
      for (int j = 0; j < worth.length; j++) {
        if (i != without && j != without) {
          square += worth[i] * worth[j] * covariance[i][j];
        }
      }
    }
    return Math.sqrt(Math.max(square, 0));
  }
}
