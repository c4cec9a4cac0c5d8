package io.tradinggym.trading;

import io.tradinggym.api.LaneState;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.exchange.BarExchange;
import io.tradinggym.market.exchange.OrderEnd;
import java.util.Optional;

/** An account below its maintenance margin at a close is closed out there, at normal costs. */
public final class MarginCallAtClose implements Settlement {
  private final TradingDesk desk;
  private final Account account;
  private final BarExchange exchange;
  private final Bars bars;

  /**
   * For the account of a desk.
   *
   * @param desk the desk whose account is watched
   */
  public MarginCallAtClose(TradingDesk desk) {
    this.desk = desk;
    account = desk.account();
    exchange = desk.exchange();
    bars = desk.cursor().bars();
  }

  @Override
  public Phase phase() {
    return Phase.AT_CLOSE;
  }

  @Override
  public void settle(int bar, RandomStream random) {
    if (account.mustLiquidate()) {
      exchange.cancelAll(OrderEnd.LIQUIDATION);
      for (int asset = 0; asset < account.assets(); asset++) {
        exchange.liquidate(asset, bars.close(asset, bar));
      }
      desk.marginCall();
    }
  }

  @Override
  public Optional<LaneState> laneState() {
    return LaneState.none();
  }
}
