package io.tradinggym.reward;

import io.tradinggym.api.LaneState;
import io.tradinggym.market.reward.RewardFunction;
import java.io.DataInput;
import java.io.DataOutput;
import java.util.Optional;

/** A reward that looks at its step alone. */
@FunctionalInterface
interface Memoryless extends RewardFunction {
  @Override
  default void reset(double equity) {}

  @Override
  default int memorySize() {
    return 0;
  }

  @Override
  default void observe(float[] out, int offset) {}

  @Override
  default void save(DataOutput out) {}

  @Override
  default void restore(DataInput in) {}

  @Override
  default Optional<LaneState> laneState() {
    return LaneState.none();
  }
}
