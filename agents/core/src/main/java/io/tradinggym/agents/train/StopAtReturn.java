package io.tradinggym.agents.train;

/**
 * Stops once the mean return of the last hundred finished episodes reaches a threshold.
 *
 * @param threshold mean undiscounted return, in the environment's own rewards
 */
public record StopAtReturn(double threshold) implements Callback {
  @Override
  public boolean iterated(TrainingRun run) {
    EpisodeTracker episodes = run.learner().episodes();
    return episodes.finished() < EpisodeTracker.WINDOW || episodes.meanReturn() < threshold;
  }
}
