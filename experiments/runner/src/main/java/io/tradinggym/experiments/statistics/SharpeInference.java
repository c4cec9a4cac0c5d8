package io.tradinggym.experiments.statistics;

import java.util.Arrays;
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
   *
   * @param periods T; with fewer than 2 it is NaN, as it is for a ratio, skewness or kurtosis that are not defined
   */
  public static double probabilistic(
      double sharpe, double benchmark, int periods, double skewness, double rawKurtosis) {
    if (periods < 2) {
      return Double.NaN;
    }
    double variance = variance(sharpe, skewness, rawKurtosis);
    return cumulative((sharpe - benchmark) * Math.sqrt((periods - 1) / variance));
  }

  /** The same with ratio, length, skewness and kurtosis taken from the returns; NaN where they never vary. */
  public static double probabilistic(double[] returns, double benchmark) {
    return probabilistic(
        Returns.sharpe(returns, 0, 1),
        benchmark,
        returns.length,
        Sample.skewness(returns),
        Sample.rawKurtosis(returns));
  }

  /**
   * Periods needed to tell the ratio from the benchmark at this confidence; NaN unless it is the larger.
   *
   * @param confidence in (0, 1); up to a half any length is enough, and 1 is returned
   */
  public static double minimumTrackRecord(
      double sharpe, double benchmark, double skewness, double rawKurtosis, double confidence) {
    Sample.requireProbability("confidence", confidence);
    if (!(sharpe > benchmark)) {
      return Double.NaN;
    }
    double quantile = Math.max(0, NORMAL.inverseCumulativeProbability(confidence));
    double z = quantile / (sharpe - benchmark);
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
    return against(returns, trialVariance, expectedMaximum(trials));
  }

  /**
   * The same for trials that resemble each other.
   *
   * <p>Their ratios lie close together, which the expected best of correlated draws knows already: so it is counted in
   * deviations of one worthless ratio, of variance 1 / (T - 1), or of the trials where luck does not explain how far
   * they lie apart. By their own variance alone resemblance would count twice: of fifty worthless trials correlated by
   * .9 the best were taken for skill in 12 % of searches at 5 %.
   *
   * @param trialVariance variance of the trials' ratios, per period, >= 0
   * @param expectedBest what the best of them would be expected to show by luck, standard deviations; {@link
   *     io.tradinggym.experiments.statistics.selection.ExpectedBest} simulates it
   */
  public static double deflatedByCorrelation(
      double[] returns, double trialVariance, double expectedBest) {
    return against(returns, Math.max(trialVariance, ofLuck(returns.length)), expectedBest);
  }

  private static double against(double[] returns, double variance, double expectedBest) {
    if (!(variance >= 0)) {
      throw new IllegalArgumentException("trialVariance must be >= 0, was " + variance);
    }
    return probabilistic(returns, Math.sqrt(variance) * expectedBest);
  }

  /**
   * Variance of trials' ratios with divisor N - 1, where not all are known: one that failed, was interrupted or never
   * traded counts with the variance of a worthless ratio, so that a search most of which failed is not taken for a
   * short one. 0 for a single trial.
   *
   * @param ratios per period; NaN where unknown
   * @param periods T of the ratio that is judged by it, >= 2
   */
  public static double trialVariance(double[] ratios, int periods) {
    double[] known = Arrays.stream(ratios).filter(ratio -> !Double.isNaN(ratio)).toArray();
    double squares = known.length == 0 ? 0 : Sample.centralMoment(known, 2) * known.length;
    double unknown = (ratios.length - known.length) * ofLuck(periods);
    return ratios.length < 2 ? 0 : (squares + unknown) / (ratios.length - 1);
  }

  /** Variance of the ratio of so many worthless returns, per period. */
  private static double ofLuck(int periods) {
    return periods < 2 ? 0 : 1.0 / (periods - 1);
  }

  /**
   * A probability of this kind where the ratio strays further than that of as many periods by themselves.
   *
   * @param probability from any method here, or NaN
   * @param factor by which its standard error is larger, > 0
   */
  public static double strayed(double probability, double factor) {
    return Double.isNaN(probability)
        ? Double.NaN
        : cumulative(NORMAL.inverseCumulativeProbability(probability) / factor);
  }

  private static double variance(double sharpe, double skewness, double rawKurtosis) {
    double variance = 1 - skewness * sharpe + (rawKurtosis - 1) / 4 * sharpe * sharpe;
    return variance > 0 ? variance : Double.NaN;
  }

  private static double cumulative(double z) {
    return Double.isNaN(z) ? Double.NaN : NORMAL.cumulativeProbability(z);
  }
}
