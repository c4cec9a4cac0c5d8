package io.tradinggym.agents.train;

/** Watches a training run and may stop it. */
public interface Callback {
  /**
   * Before the first iteration (or the first after a resume).
   *
   * @param run algorithm, learner and length of the training
   */
  default void started(TrainingRun run) {}

  /**
   * {@return whether the run goes on; called after every iteration}
   *
   * @param run algorithm, learner and length of the training
   */
  default boolean iterated(TrainingRun run) {
    return true;
  }

  /**
   * After the last iteration, if the steps were reached or a callback stopped the run; not if it failed.
   *
   * @param run algorithm, learner and length of the training
   */
  default void completed(TrainingRun run) {}

  /**
   * At the very end, however it ended.
   *
   * @param run algorithm, learner and length of the training
   */
  default void ended(TrainingRun run) {}
}
