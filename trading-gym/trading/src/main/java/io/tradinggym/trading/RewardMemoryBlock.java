package io.tradinggym.trading;

import io.tradinggym.api.Frame;
import io.tradinggym.api.LaneState;
import io.tradinggym.api.ObservationField;
import io.tradinggym.market.reward.RewardFunction;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the reward remembers, if it remembers anything: without it the process would not be Markov. */
public final class RewardMemoryBlock implements ObservationBlock {
  private final RewardFunction reward;
  private final float[] memory;

  /**
   * The memory of a lane's reward.
   *
   * @param reward the lane's own, not another of the same kind
   */
  public RewardMemoryBlock(RewardFunction reward) {
    this.reward = reward;
    memory = new float[reward.memorySize()];
  }

  @Override
  public List<ObservationField> fields() {
    return IntStream.range(0, memory.length)
        .mapToObj(i -> Shown.signed("reward_memory_" + i, "1", "memory of the reward"))
        .toList();
  }

  @Override
  public void write(Frame frame, int at) {
    reward.observe(memory, 0);
    frame.observe(at, memory, 0, memory.length);
  }

  @Override
  public Optional<LaneState> laneState() {
    return LaneState.none();
  }
}
