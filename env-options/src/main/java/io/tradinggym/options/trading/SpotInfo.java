package io.tradinggym.options.trading;

import io.tradinggym.api.Frame;
import io.tradinggym.api.InfoField;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.trading.InfoBlock;
import java.util.List;

/** The close of the underlying. */
final class SpotInfo implements InfoBlock {
  private final OptionBoard board;

  SpotInfo(OptionBoard board) {
    this.board = board;
  }

  @Override
  public List<InfoField> fields() {
    return List.of(OptionInfo.SPOT);
  }

  @Override
  public void write(Frame frame, int at) {
    frame.info(at, board.spotCents() / 100.0);
  }
}
