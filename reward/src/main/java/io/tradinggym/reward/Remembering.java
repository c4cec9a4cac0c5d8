package io.tradinggym.reward;

import io.tradinggym.api.LaneState;
import io.tradinggym.market.reward.RewardFunction;
import java.util.Optional;

/** A reward whose numbers from step to step are all that a lane carries of it. */
interface Remembering extends RewardFunction, LaneState {
  @Override
  default Optional<LaneState> laneState() {
    return Optional.of(this);
  }
}
