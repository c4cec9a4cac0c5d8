package io.tradinggym.crypto.env;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.data.Bars;
import io.tradinggym.trading.Settlement;
import io.tradinggym.trading.TradingDesk;

/**
 * Liquidates on the mark inside a bar. A bar tells how far each mark went, not when: so two roads are
 * looked at, all marks at their lows together and all at their highs together, the worse one first. Along a road marks
 * move in step from the open, and positions are liquidated at the first tick where their margin is gone; at the open at
 * once, if a gap has carried them beyond. What is left then goes on along the road.
 */
final class LiquidationInsideBar implements Settlement {
  /**
   * Equity above this part of gross exposure, or twice the maintenance margin, is out of danger without a closer look.
   * Tables reach it only for positions of hundreds of millions, which are looked at closely from the first bar.
   */
  private static final double FAR = 0.15;

  /** USDT. */
  private static final double HUGE = 1e8;

  /** Halvings after which a place on a road is known to a tick: prices have less than 2^40 of them. */
  private static final int HALVINGS = 40;

  private final TradingDesk desk;
  private final Bars bars;
  private final Account account;
  private final MarginDesk margin;
  private final double far;
  private final long[] from;
  private final double[] lotValue;

  LiquidationInsideBar(TradingDesk desk, MarginDesk margin, Margins margins) {
    this.desk = desk;
    this.margin = margin;
    bars = desk.cursor().bars();
    account = desk.account();
    far = Math.max(FAR, 2 * margins.maintenanceRate(HUGE));
    from = new long[bars.assets()];
    lotValue = new double[bars.assets()];
    for (int asset = 0; asset < lotValue.length; asset++) {
      lotValue[asset] = account.tickLotValue(asset);
    }
  }

  @Override
  public Phase phase() {
    return Phase.INSIDE_BAR;
  }

  @Override
  public void open(int bar) {
    margin.open();
  }

  /** Looks at the marks inside a bar, positions as they were filled. */
  @Override
  public void settle(int bar, RandomStream random) {
    double low = 0;
    double high = 0;
    double gross = 0;
    for (int asset = 0; asset < from.length; asset++) {
      long lots = account.lots(asset);
      if (lots != 0) {
        double perTick = lots * lotValue[asset];
        long mark = account.mark(asset);
        low += perTick * (bars.markLow(asset, bar) - mark);
        high += perTick * (bars.markHigh(asset, bar) - mark);
        gross += Math.abs(perTick) * mark;
      }
    }
    if (gross == 0) {
      return;
    }
    double worst = margin.behindUnits() + Math.min(low, high);
    if (gross < HUGE * Money.UNITS && worst > far * gross) {
      return;
    }
    for (int asset = 0; asset < from.length; asset++) {
      from[asset] = atOpen(asset, bar);
    }
    walk(bar, low < high);
    walk(bar, low >= high);
  }

  /** Where a mark stood when the bar began: at the price if that lies between its ends. */
  private long atOpen(int asset, int bar) {
    long price = bars.traded(asset, bar) ? bars.open(asset, bar) : account.mark(asset);
    long low = bars.markLow(asset, bar);
    return Math.clamp(price, low, Math.max(low, bars.markHigh(asset, bar)));
  }

  private void walk(int bar, boolean down) {
    double behind = 0;
    move(bar, down, 1);
    while (margin.due()) {
      behind = limit(bar, down, behind);
      move(bar, down, behind);
      margin.closeOut();
      desk.marginCall();
      move(bar, down, 1);
    }
  }

  /** The first place on a road where positions are due that are due at its end; they may be all along. */
  private double limit(int bar, boolean down, double behind) {
    move(bar, down, behind);
    if (margin.due()) {
      return behind;
    }
    double stands = behind;
    double due = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = 0.5 * (stands + due);
      move(bar, down, middle);
      if (margin.due()) {
        due = middle;
      } else {
        stands = middle;
      }
    }
    return due;
  }

  private void move(int bar, boolean down, double part) {
    for (int asset = 0; asset < from.length; asset++) {
      long end = down ? bars.markLow(asset, bar) : bars.markHigh(asset, bar);
      double way = part * (end - from[asset]);
      account.mark(asset, from[asset] + (long) (down ? Math.floor(way) : Math.ceil(way)));
    }
  }
}
