package io.tradinggym.crypto.env;

import io.tradinggym.api.Frame;
import io.tradinggym.api.InfoField;
import io.tradinggym.api.LaneState;
import io.tradinggym.trading.InfoBlock;
import io.tradinggym.trading.TradingDesk;
import io.tradinggym.trading.TradingInfo;
import java.util.List;
import java.util.Optional;

/** The weights that actions can ask for, and orders that the venue refused. */
final class LimitsInfo implements InfoBlock {
  private final TradingDesk desk;
  private final double lowest;
  private final double highest;

  LimitsInfo(TradingDesk desk, double lowest, double highest) {
    this.desk = desk;
    this.lowest = lowest;
    this.highest = highest;
  }

  @Override
  public List<InfoField> fields() {
    return List.of(TradingInfo.LOWEST, TradingInfo.HIGHEST, TradingInfo.REFUSED);
  }

  @Override
  public void write(Frame frame, int at) {
    frame.info(at, lowest);
    frame.info(at + 1, highest);
    frame.info(at + 2, desk.refused());
  }

  @Override
  public Optional<LaneState> laneState() {
    return LaneState.none();
  }
}
