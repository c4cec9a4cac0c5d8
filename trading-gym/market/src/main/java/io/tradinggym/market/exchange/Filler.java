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

  Filler(Bars bars, Account account, Costs costs, FillListener listener) {
    this.bars = bars;
    this.account = account;
    this.costs = costs;
    this.listener = listener;
    slips = costs.slippage() != Slippage.NONE;
  }

  /** Takes so many lots from a reference price on; returns the lots filled. */
  long market(int asset, int bar, long lots, long reference, long order, boolean affordable) {
    long filled = affordable ? affordable(asset, bar, lots, reference) : lots;
    if (filled != 0) {
      long worse = worse(asset, bar, filled, reference);
      long price = inside(asset, bar, filled, reference, worse);
      long beyond = worse - Math.abs(price - reference);
      long slippage = Math.multiplyExact(Math.multiplyExact(beyond, Math.abs(filled)), account.tickLotValue(asset));
      long commission = commission(asset, bar, filled, price);
      account.trade(asset, filled, price, commission, slippage);
      listener.filled(order, asset, filled, price, commission + slippage);
    }
    return filled;
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

  private long commission(int asset, int bar, long lots, long price) {
    long notional = Math.abs(Math.multiplyExact(Math.multiplyExact(price, lots), account.tickLotValue(asset)));
    return costs.commission().charge(notional, lots, account.lotsPerUnit(asset), false, bars.closeTime(bar));
  }

  /** The largest part of an order that buying power allows: the whole, nearly always. */
  private long affordable(int asset, int bar, long lots, long reference) {
    if (affords(asset, bar, lots, reference)) {
      return lots;
    }
    long sign = Long.signum(lots);
    long good = 0;
    long bad = Math.abs(lots);
    while (bad - good > 1) {
      long middle = good + (bad - good) / 2;
      if (affords(asset, bar, sign * middle, reference)) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return sign * good;
  }

  private boolean affords(int asset, int bar, long lots, long reference) {
    long worse = worse(asset, bar, lots, reference);
    long price = inside(asset, bar, lots, reference, worse);
    long slippage = Math.multiplyExact(Math.multiplyExact(worse, Math.abs(lots)), account.tickLotValue(asset));
    return account.affords(
        asset, Math.addExact(account.lots(asset), lots), Math.addExact(slippage, commission(asset, bar, lots, price)));
  }
}
