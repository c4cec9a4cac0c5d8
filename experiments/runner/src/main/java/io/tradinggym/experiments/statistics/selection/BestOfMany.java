package io.tradinggym.experiments.statistics.selection;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.experiments.statistics.BacktestOverfitting;
import java.util.Arrays;
import java.util.Locale;

/**
 * What is to be said of the best of some candidates that were tried on one history, all tests on the same resamples:
 * {@value #RESAMPLES} of a stationary bootstrap, with blocks of the length that the best one's returns ask for.
 *
 * @param candidates that were compared
 * @param anyBetter Hansen's consistent p-value that none earns more than cash
 * @param better how many do, with at most 5 % chance of naming even one wrongly (Romano and Wolf)
 * @param alike how many cannot be told from the best at 90 % (model confidence set), the best itself among them
 * @param overfitting probability of backtest overfitting, see {@link BacktestOverfitting}
 */
public record BestOfMany(
    int candidates, double anyBetter, int better, int alike, double overfitting) {
  private static final int RESAMPLES = 1000;
  private static final double LEVEL = 0.05;
  private static final double CONFIDENCE = 0.9;
  private static final int MOST_BLOCKS = 10;

  /** Periods of a block of the symmetric cross-validation at least. */
  private static final int FEWEST_PERIODS = 10;

  /**
   * Compares.
   *
   * @param returns [candidate][period], at least 2 candidates and 20 periods, in excess of cash
   * @param best index of the one that was taken
   */
  public static BestOfMany of(double[][] returns, int best, RandomStream random) {
    ResampledMeans means = BlockBootstrap.of(returns[best]).means(returns, RESAMPLES, random);
    int blocks = Math.min(MOST_BLOCKS, returns[best].length / FEWEST_PERIODS / 2 * 2);
    return new BestOfMany(
        returns.length,
        SuperiorAbility.of(means).consistent(),
        StepwiseTest.of(means).better(LEVEL).length,
        ConfidenceSet.of(means, ConfidenceSet.Statistic.MEAN).at(CONFIDENCE).length,
        BacktestOverfitting.of(returns, blocks).probability());
  }

  /** Whether returns can be compared at all: enough of them, of one length, and somebody who traded. */
  public static boolean compares(double[][] returns) {
    return returns.length >= 2
        && returns[0].length >= 2 * FEWEST_PERIODS
        && Arrays.stream(returns).allMatch(r -> r.length == returns[0].length)
        && Arrays.stream(returns).anyMatch(r -> Arrays.stream(r).anyMatch(v -> v != 0));
  }

  /** All of it in words. */
  public String sentence() {
    return String.format(
        Locale.ROOT,
        "Of %d candidates %d %s more than cash at 5 %% (Romano and Wolf; that none does: p %.3f,"
            + " Hansen), %d cannot be told from the best in mean return at 90 %% (confidence set);"
            + " probability of overfitting %.2f.",
        candidates,
        better,
        better == 1 ? "earns" : "earn",
        anyBetter,
        alike,
        overfitting);
  }
}
