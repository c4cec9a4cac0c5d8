package io.tradinggym.agents.policy;

import io.tradinggym.api.random.RandomStream;

/** A policy at work for one caller: rows of observations in, rows of actions out, nothing allocated. */
public interface Actor {
  /**
   * Writes the most probable action of each row, clipped to the action space.
   *
   * @param observations rows x observation size, as the environment wrote them
   * @param masks rows x mask size, true = allowed; an empty array allows everything
   * @param rows at most those the actor was made for
   * @param actions receives rows x action size
   */
  void act(float[] observations, boolean[] masks, int rows, float[] actions);

  /** As {@link #act}, but draws the actions from the policy's distribution. */
  void sample(
      float[] observations, boolean[] masks, int rows, RandomStream random, float[] actions);

  /**
   * Chances of the discrete choices at each row of the last call, rows x mask size; leaves {@code out} alone for
   * continuous actions.
   */
  void probabilities(float[] out);

  /** The critic's value of each row, if the policy kept its critic; NaN otherwise. */
  void values(float[] observations, int rows, float[] out);
}
