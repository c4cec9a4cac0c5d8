package io.tradinggym.experiments.statistics.seeds;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** One number for all runs of a learner. */
@FunctionalInterface
public interface Aggregate {
  /** Reduces the scores. */
  double of(Scores scores);

  /**
   * Interquartile mean: the mean of all runs of all tasks without the lowest and the highest floor(n / 4). Robust like
   * the median, but uses half the runs; the headline of every comparison.
   */
  static Aggregate iqm() {
    return scores -> {
      double[] sorted = scores.sorted();
      int cut = sorted.length / 4;
      return Arrays.stream(sorted, cut, sorted.length - cut).sum() / (sorted.length - 2 * cut);
    };
  }

  /** Mean of all runs of all tasks. */
  static Aggregate mean() {
    return average(x -> x);
  }

  /** Median over tasks of the mean over seeds. */
  static Aggregate median() {
    return scores -> {
      double[] means = new double[scores.tasks()];
      Arrays.setAll(means, task -> Arrays.stream(scores.view(task)).sum() / scores.seeds());
      Arrays.sort(means);
      int middle = means.length / 2;
      return means.length % 2 == 1 ? means[middle] : (means[middle - 1] + means[middle]) / 2;
    };
  }

  /** Mean shortfall below the target, >= 0; what exceeds the target does not make up for what misses it. */
  static Aggregate optimalityGap(double target) {
    return average(x -> Math.max(0, target - x));
  }

  /** Share of runs below the bar. */
  static Aggregate failureRate(double bar) {
    return average(x -> x < bar ? 1 : 0);
  }

  /** Share of runs above the threshold: one point of the performance profile. */
  static Aggregate above(double threshold) {
    return average(x -> x > threshold ? 1 : 0);
  }

  private static Aggregate average(DoubleUnaryOperator f) {
    return scores -> {
      double sum = 0;
      for (int task = 0; task < scores.tasks(); task++) {
        for (double score : scores.view(task)) {
          sum += f.applyAsDouble(score);
        }
      }
      return sum / (scores.tasks() * scores.seeds());
    };
  }
}
