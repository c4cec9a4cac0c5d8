package io.tradinggym.api.wrapper;

import io.tradinggym.api.VectorEnvironment;

/**
 * A wrapper whose work depends on what it has seen so far. What was trained inside it needs its statistics as they were
 * then: {@link WrapperStatistics} carries them to other environments.
 */
public interface StatisticalWrapper extends VectorEnvironment {
  /** {@return what was seen so far; it can be saved and restored on its own} */
  RunningMoments statistics();

  /** From now on the statistics stay as they are. */
  void freeze();

  /** From now on the statistics are updated again. */
  void unfreeze();
}
