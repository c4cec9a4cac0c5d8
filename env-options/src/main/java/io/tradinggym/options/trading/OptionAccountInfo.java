package io.tradinggym.options.trading;

import io.tradinggym.api.Frame;
import io.tradinggym.api.InfoField;
import io.tradinggym.market.Money;
import io.tradinggym.trading.InfoBlock;
import io.tradinggym.trading.MarginCall;
import io.tradinggym.trading.SessionDesk;
import java.util.List;

/** Equity, costs and margin of an account that trades options. */
final class OptionAccountInfo implements InfoBlock {
  private final SessionDesk<?> lane;
  private final OptionDesk desk;
  private final MarginCall margin;

  OptionAccountInfo(SessionDesk<?> lane, OptionDesk desk) {
    this.lane = lane;
    this.desk = desk;
    margin = lane.event(MarginCall.class);
  }

  @Override
  public List<InfoField> fields() {
    return List.of(OptionInfo.EQUITY, OptionInfo.COSTS, OptionInfo.MARGIN);
  }

  @Override
  public void write(Frame frame, int at) {
    frame.info(at, lane.equity());
    frame.info(at + 1, Money.toDouble(desk.costs()));
    frame.info(at + 2, Money.toDouble(lane.worth() - margin.excess()));
  }
}
