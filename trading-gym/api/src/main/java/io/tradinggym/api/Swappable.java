package io.tradinggym.api;

import java.util.Optional;

/**
 * A part of a lane that may serve many lanes in turns: one that can say that all it carries from step to step are
 * numbers of a fixed number. Whoever says nothing serves one lane.
 */
public interface Swappable {
  /**
   * {@return what is carried from step to step: {@link LaneState#none} if nothing is, empty if it is no fixed number of
   * numbers, or if nobody has thought about it}
   */
  default Optional<LaneState> laneState() {
    return Optional.empty();
  }
}
