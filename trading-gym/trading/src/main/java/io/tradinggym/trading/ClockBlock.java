package io.tradinggym.trading;

import io.tradinggym.api.Frame;
import io.tradinggym.api.LaneState;
import io.tradinggym.api.ObservationField;
import java.util.List;
import java.util.Optional;

/** The part of the episode that is left. */
public final class ClockBlock implements ObservationBlock {
  private final MarketCursor cursor;

  /**
   * By the lane's way through the market.
   *
   * @param cursor the lane's way through the market, which knows where its episode ends
   */
  public ClockBlock(MarketCursor cursor) {
    this.cursor = cursor;
  }

  @Override
  public List<ObservationField> fields() {
    return List.of(Shown.signed("time_left", "part", "time left in the episode"));
  }

  @Override
  public void write(Frame frame, int at) {
    frame.observe(at, cursor.timeLeft());
  }

  @Override
  public Optional<LaneState> laneState() {
    return LaneState.none();
  }
}
