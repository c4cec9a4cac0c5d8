package io.tradinggym.agents.replay;

import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;

/** Chooses which transitions of a {@link Replay} are learned from. */
sealed interface Sampler extends Resumable
    permits UniformSampler, PrioritizedSampler, SimilarSampler {
  /**
   * A transition came in.
   *
   * @param slot index in the replay
   */
  void stored(int slot);

  /**
   * A transition was overwritten.
   *
   * @param slot index in the replay
   */
  void dropped(int slot);

  /**
   * Chooses slots and weights of a sample.
   *
   * @param replay the replay that is drawn from
   * @param random the stream to draw from
   * @param progress 0 at the start of the training, 1 at its end
   * @param out receives slots and weights, one a row
   */
  void choose(Replay replay, RandomStream random, double progress, ReplaySample out);

  /**
   * Takes the errors of a sample into account.
   *
   * @param sample as a replay drew it
   */
  void learned(ReplaySample sample);
}
