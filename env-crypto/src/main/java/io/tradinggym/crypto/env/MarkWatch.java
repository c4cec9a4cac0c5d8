package io.tradinggym.crypto.env;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.exchange.BarExchange;
import io.tradinggym.market.exchange.OrderEnd;

/**
 * Liquidates on the mark, inside a bar and at its end. A bar tells how far each mark went, not when: so two roads are
 * looked at, all marks at their lows together and all at their highs together, and the account is liquidated if it does not
 * stand one of them. Along a road marks move in step from the open, and the account is closed out where its equity meets its
 * maintenance margin; at the open at once, if a gap has carried it beyond.
 */
final class MarkWatch {
  /**
   * Equity above this part of gross exposure is out of danger without a closer look: maintenance margins reach it only for
   * positions of hundreds of millions, which are looked at closely from the first bar.
   */
  private static final double FAR = 0.15;

  private static final double HUGE = 1e8 * Money.UNITS;

  private final Bars bars;
  private final Account account;
  private final BarExchange exchange;
  private final long[] from;
  private final double[] lotValue;

  MarkWatch(Bars bars, Account account, BarExchange exchange) {
    this.bars = bars;
    this.account = account;
    this.exchange = exchange;
    from = new long[bars.assets()];
    lotValue = new double[bars.assets()];
    for (int asset = 0; asset < lotValue.length; asset++) {
      lotValue[asset] = account.tickLotValue(asset);
    }
  }

  /** Looks at the marks inside a bar, positions as they were filled; whether the account was liquidated. */
  boolean insideBar(int bar) {
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
    double worst = account.equity() + Math.min(low, high);
    if (gross == 0 || (gross < HUGE && worst > FAR * gross)) {
      return false;
    }
    for (int asset = 0; asset < from.length; asset++) {
      from[asset] = account.mark(asset);
    }
    return low < high ? road(bar, true) || road(bar, false) : road(bar, false) || road(bar, true);
  }

  private boolean road(int bar, boolean down) {
    long atStart = Math.subtractExact(account.equity(), account.maintenanceMargin());
    for (int asset = 0; asset < from.length; asset++) {
      account.mark(asset, end(asset, bar, down));
    }
    long atEnd = Math.subtractExact(account.equity(), account.maintenanceMargin());
    boolean stands = !account.mustLiquidate();
    if (!stands) {
      double part = atStart <= 0 ? 0 : (double) atStart / ((double) atStart - atEnd);
      for (int asset = 0; asset < from.length; asset++) {
        account.mark(asset, between(asset, bar, down, part));
      }
      closeOut();
      return true;
    }
    for (int asset = 0; asset < from.length; asset++) {
      account.mark(asset, from[asset]);
    }
    return false;
  }

  private long end(int asset, int bar, boolean down) {
    return down ? bars.markLow(asset, bar) : bars.markHigh(asset, bar);
  }

  /** A mark on the road, rounded towards its end: just beyond the limit. */
  private long between(int asset, int bar, boolean down, double part) {
    double way = part * (end(asset, bar, down) - from[asset]);
    return from[asset] + (long) (down ? Math.floor(way) : Math.ceil(way));
  }

  /** Looks at the marks of the close; whether the account was liquidated. */
  boolean atClose() {
    if (!account.mustLiquidate()) {
      return false;
    }
    closeOut();
    return true;
  }

  private void closeOut() {
    exchange.cancelAll(OrderEnd.LIQUIDATION);
    for (int asset = 0; asset < from.length; asset++) {
      exchange.liquidate(asset, account.mark(asset));
    }
  }
}
