package io.tradinggym.crypto.env;

import io.tradinggym.api.LaneState;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.exchange.MarginWalk;
import io.tradinggym.trading.Settlement;
import io.tradinggym.trading.TradingDesk;
import java.util.Optional;

/** Liquidates on the marks inside a bar, as {@link MarginWalk} goes through them, positions as they were filled. */
final class LiquidationInsideBar implements Settlement {
  /**
   * Equity above this part of gross exposure, or twice the maintenance margin, is out of danger without a closer look.
   * Tables reach it only for positions of hundreds of millions, which are looked at closely from the first bar.
   */
  private static final double FAR = 0.15;

  /** USDT. */
  private static final double HUGE = 1e8;

  private final TradingDesk desk;
  private final Account account;
  private final MarginDesk margin;
  private final MarginWalk usual;
  private final MarginWalk close;

  LiquidationInsideBar(TradingDesk desk, MarginDesk margin, Margins margins) {
    this.desk = desk;
    this.margin = margin;
    account = desk.account();
    Bars bars = desk.cursor().bars();
    double far = Math.max(FAR, 2 * margins.maintenanceRate(HUGE));
    usual = new MarginWalk(bars, account, margin, far);
    close = new MarginWalk(bars, account, margin, Double.POSITIVE_INFINITY);
  }

  @Override
  public Phase phase() {
    return Phase.INSIDE_BAR;
  }

  @Override
  public void open(int bar) {
    margin.open();
  }

  @Override
  public void settle(int bar, RandomStream random) {
    MarginWalk walk = account.gross() < HUGE * Money.UNITS ? usual : close;
    if (walk.insideBar(bar)) {
      desk.marginCall();
    }
  }

  @Override
  public Optional<LaneState> laneState() {
    return LaneState.none();
  }
}
