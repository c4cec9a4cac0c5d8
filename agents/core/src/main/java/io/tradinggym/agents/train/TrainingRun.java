package io.tradinggym.agents.train;

import io.tradinggym.api.VectorEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * What callbacks see of a run.
 *
 * @param algorithm what is being trained
 * @param learner the run itself
 * @param totalSteps environment steps that were asked for
 * @param seed of everything random
 * @param envs where it learns; null if it is not told: checkpoints are then bound to no environment
 */
public record TrainingRun(
    Algorithm algorithm,
    Learner learner,
    long totalSteps,
    long seed,
    @Nullable VectorEnvironment envs) {

  /**
   * A run in environments that are not told.
   *
   * @param algorithm what is trained
   * @param learner what learns
   * @param totalSteps environment steps of the whole training, over all lanes
   * @param seed any number; the same seed gives the same bits
   */
  public TrainingRun(Algorithm algorithm, Learner learner, long totalSteps, long seed) {
    this(algorithm, learner, totalSteps, seed, null);
  }

  /** {@return the part of the training that is done, 0 to 1} */
  public double progress() {
    return Math.min(1, learner.steps() / (double) totalSteps);
  }
}
