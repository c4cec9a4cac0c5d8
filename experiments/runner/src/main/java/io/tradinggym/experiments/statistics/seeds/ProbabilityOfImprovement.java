package io.tradinggym.experiments.statistics.seeds;

import io.tradinggym.api.random.RandomStream;

/**
 * How often a run of one learner beats a run of another on the same task: P(X > Y) + P(X = Y) / 2, the mean over tasks.
 */
public final class ProbabilityOfImprovement {
  private ProbabilityOfImprovement() {}

  /** The Mann-Whitney statistic, in [0, 1]; 0.5 if nobody is better. The number of seeds may differ. */
  public static double of(Scores x, Scores y) {
    if (x.tasks() != y.tasks()) {
      throw new IllegalArgumentException(
          "both must have the same tasks, had " + x.tasks() + " and " + y.tasks());
    }
    double wins = 0;
    for (int task = 0; task < x.tasks(); task++) {
      for (double own : x.view(task)) {
        for (double other : y.view(task)) {
          wins += own > other ? 1 : own == other ? 0.5 : 0;
        }
      }
    }
    return wins / x.tasks() / x.seeds() / y.seeds();
  }

  /** The same with an interval. */
  public static Interval of(Scores x, Scores y, Bootstrap bootstrap, RandomStream random) {
    return bootstrap.interval(x, y, ProbabilityOfImprovement::of, random);
  }
}
