package io.tradinggym.trading;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.LaneState;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.exchange.BarExchange;
import java.io.DataInput;
import java.util.Optional;

/**
 * What has left the market for good is sold at its last price, less normal costs: takeovers mostly pay more,
 * bankruptcies less. What is only halted, or whose market is closed, stays in the account. When all have left, the
 * episode ends with {@link EndReason#DELISTED}.
 */
public final class Delisting implements Settlement {
  private final TradingDesk desk;
  private final Account account;
  private final BarExchange exchange;
  private final Bars bars;
  private final int[] goneFrom;
  private int firstGone;
  private int lastGone;

  /**
   * For the account of a desk.
   *
   * @param desk the desk whose account sells what has left
   */
  public Delisting(TradingDesk desk) {
    this.desk = desk;
    account = desk.account();
    exchange = desk.exchange();
    bars = desk.cursor().bars();
    goneFrom = new int[bars.assets()];
    look();
  }

  @Override
  public Phase phase() {
    return Phase.AT_CLOSE;
  }

  @Override
  public void open(int bar) {
    look();
  }

  private void look() {
    firstGone = Integer.MAX_VALUE;
    lastGone = 0;
    for (int asset = 0; asset < goneFrom.length; asset++) {
      goneFrom[asset] = bars.goneFrom(asset);
      firstGone = Math.min(firstGone, goneFrom[asset]);
      lastGone = Math.max(lastGone, goneFrom[asset]);
    }
  }

  @Override
  public void settle(int bar, RandomStream random) {
    if (bar < firstGone) {
      return;
    }
    for (int asset = 0; asset < goneFrom.length; asset++) {
      if (goneFrom[asset] <= bar && account.lots(asset) != 0) {
        exchange.closeOut(asset);
      }
    }
    if (bar >= lastGone) {
      desk.end(EndReason.DELISTED);
    }
  }

  @Override
  public void restore(DataInput in, int bar) {
    look();
  }

  /** Of bars that stay, which tell when each instrument leaves. */
  @Override
  public Optional<LaneState> laneState() {
    return LaneState.none();
  }
}
