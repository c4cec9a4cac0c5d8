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

  /** All agents are trained; they are judged next. */
  default void trained() {}

  /** Whether all trainings are to stop after the iteration under way, to go on another time. */
  default boolean stopped() {
    return false;
  }
}
