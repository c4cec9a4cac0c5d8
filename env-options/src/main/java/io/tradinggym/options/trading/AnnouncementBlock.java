package io.tradinggym.options.trading;

import io.tradinggym.api.Frame;
import io.tradinggym.api.ObservationField;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.trading.ObservationBlock;
import io.tradinggym.trading.Shown;
import java.util.List;

/** The next announcement of earnings. */
final class AnnouncementBlock implements ObservationBlock {
  private final OptionBoard board;

  AnnouncementBlock(OptionBoard board) {
    this.board = board;
  }

  @Override
  public List<ObservationField> fields() {
    return List.of(
        Shown.positive(
            "announcement",
            "30 days",
            "time to the next announcement of earnings; 10 if none is known"),
        Shown.positive(
            "announced_move", "10 %", "deviation of the jump that options expect of it"));
  }

  @Override
  public void write(Frame frame, int at) {
    double days = board.announcement();
    frame.observe(at, Double.isNaN(days) ? Shown.LIMIT : Shown.within(days / 30));
    frame.observe(at + 1, Shown.within(10 * board.announcedMove()));
  }
}
