package io.tradinggym.trading;

import io.tradinggym.api.LaneState;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.exchange.BarExchange;
import java.util.Optional;

/** An account below its maintenance margin at a price inside the bar is closed out there, at normal costs. */
public final class MarginCallInsideBar implements Settlement {
  private final TradingDesk desk;
  private final BarExchange exchange;

  /**
   * For the account of a desk.
   *
   * @param desk the desk whose account is watched
   */
  public MarginCallInsideBar(TradingDesk desk) {
    this.desk = desk;
    exchange = desk.exchange();
  }

  @Override
  public Phase phase() {
    return Phase.INSIDE_BAR;
  }

  @Override
  public void settle(int bar, RandomStream random) {
    if (exchange.callInsideBar()) {
      desk.marginCall();
    }
  }

  @Override
  public Optional<LaneState> laneState() {
    return LaneState.none();
  }
}
