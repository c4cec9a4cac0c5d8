package io.tradinggym.trading;

import io.tradinggym.api.Frame;
import io.tradinggym.api.InfoField;
import io.tradinggym.api.LaneState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is held of each instrument, its weight and its price. */
public final class PositionsInfo implements InfoBlock {
  private static final int EACH = 3;

  private final TradingDesk desk;

  /**
   * Of a desk.
   *
   * @param desk the desk whose positions are reported
   */
  public PositionsInfo(TradingDesk desk) {
    this.desk = desk;
  }

  @Override
  public List<InfoField> fields() {
    List<InfoField> fields = new ArrayList<>();
    for (int asset = 0; asset < desk.assets(); asset++) {
      fields.add(TradingInfo.position(asset));
      fields.add(TradingInfo.weight(asset));
      fields.add(TradingInfo.price(asset));
    }
    return fields;
  }

  @Override
  public void write(Frame frame, int at) {
    for (int asset = 0; asset < desk.assets(); asset++) {
      int first = at + EACH * asset;
      frame.info(first, desk.units(asset));
      frame.info(first + 1, desk.weight(asset));
      frame.info(first + 2, desk.price(asset));
    }
  }

  @Override
  public Optional<LaneState> laneState() {
    return LaneState.none();
  }
}
