package io.tradinggym.experiments.statistics.seeds;

import io.tradinggym.api.random.RandomStream;
import java.util.Arrays;

/** Final scores of runs, tasks by seeds, higher is better. Every task has the same number of seeds; all are finite. */
public final class Scores {
  private final double[][] byTask;

  private Scores(double[][] byTask) {
    this.byTask = byTask;
  }

  /** One task, a score for each seed, at least one. */
  public static Scores of(double... seeds) {
    return ofTasks(new double[][] {seeds});
  }

  /**
   * Several tasks.
   *
   * @param scores [task][seed]; scores that are pooled over tasks should be on one scale, see {@link #normalised}
   */
  public static Scores ofTasks(double[][] scores) {
    if (scores.length == 0 || scores[0].length == 0) {
      throw new IllegalArgumentException("scores must hold at least one task and one seed");
    }
    for (int task = 0; task < scores.length; task++) {
      if (scores[task].length != scores[0].length) {
        throw new IllegalArgumentException(
            "every task must have "
                + scores[0].length
                + " seeds like task 0, task "
                + task
                + " has "
                + scores[task].length);
      }
      for (int seed = 0; seed < scores[task].length; seed++) {
        if (!Double.isFinite(scores[task][seed])) {
          throw new IllegalArgumentException(
              "scores["
                  + task
                  + "]["
                  + seed
                  + "] must be finite (a crashed run gets the task's worst score), was "
                  + scores[task][seed]);
        }
      }
    }
    return new Scores(copy(scores));
  }

  /**
   * (score - low) / (high - low) for each task: 0 is a random policy, 1 the reference.
   *
   * @param low one for each task
   * @param high one for each task, > low
   */
  public Scores normalised(double[] low, double[] high) {
    if (low.length != tasks() || high.length != tasks()) {
      throw new IllegalArgumentException(
          "low and high must have "
              + tasks()
              + " values, one for each task, had "
              + low.length
              + " and "
              + high.length);
    }
    double[][] normalised = copy(byTask);
    for (int task = 0; task < tasks(); task++) {
      double range = high[task] - low[task];
      if (!(range > 0)) {
        throw new IllegalArgumentException(
            "high["
                + task
                + "] must exceed low["
                + task
                + "], were "
                + high[task]
                + " and "
                + low[task]);
      }
      for (int seed = 0; seed < seeds(); seed++) {
        normalised[task][seed] = (normalised[task][seed] - low[task]) / range;
      }
    }
    return ofTasks(normalised);
  }

  public int tasks() {
    return byTask.length;
  }

  /** Runs of each task. */
  public int seeds() {
    return byTask[0].length;
  }

  /** The scores of a task, a copy. */
  public double[] task(int task) {
    return byTask[task].clone();
  }

  /** All scores in ascending order, a new array. */
  public double[] sorted() {
    double[] all = Arrays.stream(byTask).flatMapToDouble(Arrays::stream).toArray();
    Arrays.sort(all);
    return all;
  }

  /** For reading only: no copy. */
  double[] view(int task) {
    return byTask[task];
  }

  /** As many seeds drawn with replacement within each task. */
  Scores resample(RandomStream random) {
    double[][] drawn = new double[tasks()][seeds()];
    for (int task = 0; task < tasks(); task++) {
      for (int seed = 0; seed < seeds(); seed++) {
        drawn[task][seed] = byTask[task][random.integer(seeds())];
      }
    }
    return new Scores(drawn);
  }

  private static double[][] copy(double[][] scores) {
    return Arrays.stream(scores).map(double[]::clone).toArray(double[][]::new);
  }
}
