package io.tradinggym.api;

/**
 * A block of lanes whose numbers stand in columns, one array a quantity and a lane an index, so that a law that is
 * plain arithmetic takes a step in many lanes with vector instructions. Offered by {@link EnvironmentLogic#columns};
 * the bits are those of {@link EnvironmentLogic#step}, lane by lane.
 *
 * <p>Episodes begin in the logic, one lane after the other; what it carries then goes into the columns as a row of
 * {@link LaneState}.
 */
public interface LaneColumns {
  /** Lanes of one thread from which on columns are asked for: fewer fill no vector. */
  int FROM = 8;

  /**
   * Takes over the numbers of one lane.
   *
   * @param lane index in the block, from 0
   * @param row the numbers as {@link LaneState#store} writes them, from index 0
   */
  void put(int lane, long[] row);

  /**
   * Gives back the numbers of one lane.
   *
   * @param lane index in the block, from 0
   * @param row receives the numbers as {@link LaneState#load} reads them, from index 0
   */
  void get(int lane, long[] row);

  /**
   * Takes one step in every lane of the block and writes observations, rewards, masks, infos, and the codes of end
   * reasons. Lanes whose episode has ended are stepped with the others, with any action whatever, and nobody reads what
   * comes of it: they must neither throw nor take longer.
   *
   * @param actions of all lanes of the batch; those of running lanes are in the action space
   * @param out where to write; rewards and infos are 0 and all actions allowed before, as {@link Frame#clear} leaves
   *     them
   * @param from the lane of the batch that is the first of the block
   */
  void step(float[] actions, Batch out, int from);
}
