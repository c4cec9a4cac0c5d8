package io.tradinggym.market.exchange;

import io.tradinggym.market.account.Account;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.cost.Slippage;
import io.tradinggym.market.data.Bars;

/** Prices one fill on a bar, cuts it to what the account affords, and books it. */
final class Filler implements Slippage.Conditions {
  /** Bars that volatility is taken over. */
  private static final int WINDOW = 20;

  private final Bars bars;
  private final Account account;
  private final Costs costs;
  private final FillListener listener;
  private final boolean slips;
  private int asset;
  private int bar;
  private long worse;
  private long price;
  private long commission;
  private long slipped;

  Filler(Bars bars, Account account, Costs costs, FillListener listener) {
    this.bars = bars;
    this.account = account;
    this.costs = costs;
    this.listener = listener;
    slips = costs.slippage() != Slippage.NONE;
  }

  /** Takes so many lots from a reference price on; returns the lots filled. */
  long market(int asset, int bar, long lots, long reference, long order, boolean affordable) {
    if (lots == 0) {
      return 0;
    }
    quote(asset, bar, lots, reference);
    long filled = lots;
    if (affordable && !affords(asset, lots)) {
      filled = affordable(asset, bar, lots, reference);
      if (filled == 0) {
        return 0;
      }
      quote(asset, bar, filled, reference);
    }
    long beyond = worse - Math.abs(price - reference);
    long slippage = beyond == 0 ? 0 : account.notionalAt(asset, beyond, Math.abs(filled));
    account.trade(asset, filled, price, commission, slippage);
    listener.filled(order, asset, filled, price, commission + slippage);
    return filled;
  }

  /** Works out price and costs of a fill; left in the fields. */
  private void quote(int asset, int bar, long lots, long reference) {
    worse = worse(asset, bar, lots, reference);
    price = inside(asset, bar, lots, reference, worse);
    long notional = Math.abs(account.notionalAt(asset, price, lots));
    commission =
        costs.commission().charge(notional, lots, account.lotsPerUnit(asset), false, bars.closeTime(bar));
    slipped = worse == 0 ? 0 : account.notionalAt(asset, worse, Math.abs(lots));
  }

  /** Whether the account affords what was quoted. */
  private boolean affords(int asset, long lots) {
    return account.affords(asset, Math.addExact(account.lots(asset), lots), Math.addExact(slipped, commission));
  }

  private long worse(int asset, int bar, long lots, long reference) {
    if (!slips) {
      return 0;
    }
    long size = Math.abs(lots);
    this.asset = asset;
    this.bar = bar;
    return (long) Math.ceil(costs.slippage().ticks(reference, size, this));
  }

  @Override
  public long volume() {
    return bars.volume(asset, bar);
  }

  @Override
  public double volatility() {
    double squares = 0;
    int returns = Math.min(WINDOW, bar - 1);
    for (int back = 1; back <= returns; back++) {
      double change = (double) bars.close(asset, bar - back) / bars.close(asset, bar - back - 1) - 1;
      squares += change * change;
    }
    return returns <= 0 ? 0 : Math.sqrt(squares / returns);
  }

  private long inside(int asset, int bar, long lots, long reference, long worse) {
    return lots > 0
        ? Math.min(reference + worse, bars.high(asset, bar))
        : Math.max(reference - worse, bars.low(asset, bar));
  }

  /** The largest part of an order that buying power allows. */
  private long affordable(int asset, int bar, long lots, long reference) {
    long sign = Long.signum(lots);
    long good = 0;
    long bad = Math.abs(lots);
    while (bad - good > 1) {
      long middle = good + (bad - good) / 2;
      quote(asset, bar, sign * middle, reference);
      if (affords(asset, sign * middle)) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return sign * good;
  }
}
