package io.tradinggym.trading;

import io.tradinggym.api.Frame;
import io.tradinggym.api.ObservationField;
import java.util.List;

/** The part of the sessions of an episode that is left. */
public final class SessionClockBlock implements ObservationBlock {
  private final SessionDesk<?> desk;

  /**
   * By the steps of a desk.
   *
   * @param desk the desk whose steps count
   */
  public SessionClockBlock(SessionDesk<?> desk) {
    this.desk = desk;
  }

  @Override
  public List<ObservationField> fields() {
    return List.of(new ObservationField("time_left", "part", 0, 1, "time left in the episode"));
  }

  @Override
  public void write(Frame frame, int at) {
    frame.observe(at, desk.timeLeft());
  }
}
