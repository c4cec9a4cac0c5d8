package io.tradinggym.crypto.env;

import io.tradinggym.api.LaneState;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.trading.MarginView;
import io.tradinggym.trading.Settlement;
import io.tradinggym.trading.TradingDesk;
import java.util.Optional;

/** Liquidates on the marks of the close, after interest and funding, before anybody sees the new state. */
final class LiquidationAtClose implements Settlement {
  private final TradingDesk desk;
  private final MarginDesk margin;

  LiquidationAtClose(TradingDesk desk, MarginDesk margin) {
    this.desk = desk;
    this.margin = margin;
  }

  /** What stands behind the positions. */
  MarginView margin() {
    return margin;
  }

  @Override
  public Phase phase() {
    return Phase.AT_CLOSE;
  }

  @Override
  public void settle(int bar, RandomStream random) {
    if (margin.due()) {
      margin.closeOut();
      desk.marginCall();
    }
  }

  @Override
  public Optional<LaneState> laneState() {
    return LaneState.none();
  }
}
