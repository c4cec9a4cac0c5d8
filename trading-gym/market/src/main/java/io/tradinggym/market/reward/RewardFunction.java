package io.tradinggym.market.reward;

import io.tradinggym.api.Resumable;
import io.tradinggym.api.Swappable;

/**
 * A reward at work in one lane: it may keep a memory, which is part of the environment's state and therefore shown in
 * its observation (or the process would no longer be Markov).
 */
public interface RewardFunction extends Resumable, Swappable {
  /**
   * Forgets; an episode starts with this equity.
   *
   * @param equity when the episode starts, in the account's currency, &gt; 0
   */
  void reset(double equity);

  /**
   * {@return the reward of a step; finite for every input, ruin included}
   *
   * @param step what happened since the decision; refilled for the next step
   */
  double reward(RewardInput step);

  /** {@return the numbers that {@link #observe} writes; 0 for a reward without memory} */
  int memorySize();

  /**
   * Writes the memory, scaled to about [-1, 1].
   *
   * @param out receives {@link #memorySize} floats
   * @param offset index of the first float written
   */
  void observe(float[] out, int offset);

  /** {@return the part of the last reward that came from potential-based shaping; reported apart} */
  default double shaping() {
    return 0;
  }
}
