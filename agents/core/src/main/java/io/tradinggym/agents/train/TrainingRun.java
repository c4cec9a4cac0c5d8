package io.tradinggym.agents.train;

/**
 * What callbacks see of a run.
 *
 * @param algorithm what is being trained
 * @param learner the run itself
 * @param totalSteps environment steps that were asked for
 * @param seed of everything random
 */
public record TrainingRun(Algorithm algorithm, Learner learner, long totalSteps, long seed) {
  /** 0 at the start, 1 at the end. */
  public double progress() {
    return Math.min(1, learner.steps() / (double) totalSteps);
  }
}
