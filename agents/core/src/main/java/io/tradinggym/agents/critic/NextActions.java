package io.tradinggym.agents.critic;

import io.tradinggym.agents.replay.ReplaySample;

/** What a learner expects itself to do at the next observations: the actions that its critics' targets value. */
@FunctionalInterface
public interface NextActions {
  /**
   * Writes the actions of some rows of a sample, as the replay keeps them.
   *
   * @param worker who asks, 0 to threads - 1: chooses the memory, and must not change the result
   * @param sample as a replay drew it
   * @param from first row of the sample
   * @param rows how many
   * @param inputs of the critics, row by row (observation, action): the observations are there, the actions are written
   * @param bonuses one per row, written: what a target gains beside the critics' value
   */
  void write(int worker, ReplaySample sample, int from, int rows, float[] inputs, float[] bonuses);
}
