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

  /**
   * As {@link #act}, but draws the actions from the policy's distribution.
   *
   * @param observations rows x observation size, row after row
   * @param masks rows x mask size, true = allowed; an empty array allows everything
   * @param rows number of rows, &gt;= 1
   * @param random the stream to draw from
   * @param actions receives the actions, rows x action size, row after row
   */
  void sample(
      float[] observations, boolean[] masks, int rows, RandomStream random, float[] actions);

  /**
   * Tells that the next observations of some rows are the first of an episode: what a policy with a memory remembers
   * there is forgotten. At first all rows are at the beginning of an episode.
   *
   * @param first by row, true where an episode begins, as {@link io.tradinggym.api.Batch#first}
   */
  default void begin(boolean[] first) {}

  /** {@return the number of floats that each row remembers from call to call; 0 for a policy without a memory} */
  default int memorySize() {
    return 0;
  }

  /**
   * Writes what the rows remember, rows x memory size: with it an interrupted caller can go on.
   *
   * @param out receives rows x memory size
   */
  default void saveMemory(float[] out) {}

  /**
   * Goes on with what {@link #saveMemory} wrote; no row is then at the beginning of an episode.
   *
   * @param memory rows x memory size
   */
  default void restoreMemory(float[] memory) {}

  /**
   * Chances of the discrete choices at each row of the last call, rows x mask size; leaves {@code out} alone for
   * continuous actions.
   *
   * @param out receives rows x mask size chances, 0 to 1
   */
  void probabilities(float[] out);

  /**
   * The critic's value of each row, if the policy kept its critic; NaN otherwise. With a memory: the value as if these
   * were the next observations, which are not remembered.
   *
   * @param observations rows x observation size, row after row
   * @param rows number of rows, &gt;= 1
   * @param out receives one value a row
   */
  void values(float[] observations, int rows, float[] out);
}
