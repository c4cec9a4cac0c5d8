package io.tradinggym.experiments.run;

/** Is told how far each training is. Called from several threads. */
@FunctionalInterface
public interface TrainingProgress {
  /**
   * After an iteration.
   *
   * @param seed whose training
   * @param steps taken so far
   * @param meanReturn of the last hundred finished episodes, NaN before the first
   */
  void at(long seed, long steps, double meanReturn);
}
