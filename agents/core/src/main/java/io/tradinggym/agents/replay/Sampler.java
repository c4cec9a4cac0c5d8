package io.tradinggym.agents.replay;

import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;

/** Chooses which transitions of a {@link Replay} are learned from. */
public sealed interface Sampler extends Resumable permits UniformSampler, PrioritizedSampler {
  /** A transition came in. */
  void stored(int slot);

  /** A transition was overwritten. */
  void dropped(int slot);

  /**
   * Chooses slots and weights of a sample.
   *
   * @param progress 0 at the start of the training, 1 at its end
   */
  void choose(Replay replay, RandomStream random, double progress, ReplaySample out);

  /** Takes the errors of a sample into account. */
  void learned(ReplaySample sample);
}
