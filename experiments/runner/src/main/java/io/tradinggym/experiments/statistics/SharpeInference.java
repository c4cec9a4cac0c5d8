package io.tradinggym.experiments.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Is a Sharpe ratio skill, given its length, its tails and the number of trials? All ratios are per period, not
 * annualised, and kurtosis is raw (3 for a normal law).
 *
 * @see <a href="https://doi.org/10.3905/jpm.2014.40.5.094">Bailey and Lopez de Prado (2014), The Deflated Sharpe
 *     Ratio</a>
 */
public final class SharpeInference {
  private static final double EULER_GAMMA = 0.5772156649015329;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private SharpeInference() {}

  /**
   * Probability that the true ratio exceeds the benchmark: Phi((SR - SR*) sqrt(T - 1) / sqrt(1 - g3 SR + (g4 - 1)/4
   * SR^2)).
   */
  public static double probabilistic(
      double sharpe, double benchmark, int periods, double skewness, double rawKurtosis) {
    if (periods < 2) {
      return Double.NaN;
    }
    double variance = variance(sharpe, skewness, rawKurtosis);
    return cumulative((sharpe - benchmark) * Math.sqrt((periods - 1) / variance));
  }

  /** The same with ratio, length, skewness and kurtosis taken from the returns. */
  public static double probabilistic(double[] returns, double benchmark) {
    return probabilistic(
        Returns.sharpe(returns, 0, 1),
        benchmark,
        returns.length,
        Sample.skewness(returns),
        Sample.rawKurtosis(returns));
  }

  /** Periods needed to tell the ratio from the benchmark at this confidence; undefined unless it is the larger. */
  public static double minimumTrackRecord(
      double sharpe, double benchmark, double skewness, double rawKurtosis, double confidence) {
    Sample.requireProbability("confidence", confidence);
    if (!(sharpe > benchmark)) {
      return Double.NaN;
    }
    double z = NORMAL.inverseCumulativeProbability(confidence) / (sharpe - benchmark);
    return 1 + variance(sharpe, skewness, rawKurtosis) * z * z;
  }

  /** Expected maximum of N independent standard normal draws, (1 - g) z(1 - 1/N) + g z(1 - 1/(N e)); 0 for N = 1. */
  public static double expectedMaximum(int trials) {
    if (trials < 1) {
      throw new IllegalArgumentException("trials must be >= 1, was " + trials);
    }
    return trials == 1
        ? 0
        : (1 - EULER_GAMMA) * NORMAL.inverseSurvivalProbability(1.0 / trials)
            + EULER_GAMMA * NORMAL.inverseSurvivalProbability(1 / (trials * Math.E));
  }

  /**
   * Deflated Sharpe ratio: the probabilistic one against the maximum that this many worthless trials would be expected
   * to reach.
   *
   * @param trialVariance variance of the trials' ratios, per period, >= 0
   */
  public static double deflated(double[] returns, double trialVariance, int trials) {
    return deflated(returns, trialVariance, expectedMaximum(trials));
  }

  /**
   * The same for trials that resemble each other.
   *
   * @param trialVariance variance of the trials' ratios, per period, >= 0
   * @param expectedBest what the best of them would be expected to show by luck, standard deviations; {@link
   *     io.tradinggym.experiments.statistics.selection.ExpectedBest} simulates it
   */
  public static double deflated(double[] returns, double trialVariance, double expectedBest) {
    if (!(trialVariance >= 0)) {
      throw new IllegalArgumentException("trialVariance must be >= 0, was " + trialVariance);
    }
    return probabilistic(returns, Math.sqrt(trialVariance) * expectedBest);
  }

  private static double variance(double sharpe, double skewness, double rawKurtosis) {
    double variance = 1 - skewness * sharpe + (rawKurtosis - 1) / 4 * sharpe * sharpe;
    return variance > 0 ? variance : Double.NaN;
  }

  private static double cumulative(double z) {
    return Double.isNaN(z) ? Double.NaN : NORMAL.cumulativeProbability(z);
  }
}
