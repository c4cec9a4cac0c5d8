package io.tradinggym.experiments.evaluation;

/** Is shown every episode right after it was played, while all of it is there. */
@FunctionalInterface
public interface EpisodeSink {
  /** Looks at nothing. */
  EpisodeSink NONE = (seed, episode) -> {};

  /**
   * An episode, in the order in which they are played: the agents by seed and path, then each control by path.
   *
   * @param seed number of the agent's training seed, from 0; 0 for controls
   * @param episode in full
   */
  void episode(int seed, Trajectory episode);
}
