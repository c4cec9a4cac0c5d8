package io.tradinggym.market.exchange;

import io.tradinggym.market.account.Account;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.cost.Slippage;
import io.tradinggym.market.data.Bars;
import java.util.Arrays;
import java.util.List;

/**
 * Prices fills on a bar, cuts them to what the account affords, books them, and counts what they took of the volume.
 */
final class Filler implements Slippage.Conditions {
  /** Limit of an order that has none. */
  static final long NO_LIMIT = 0;

  /** Bars that volatility is taken over. */
  private static final int WINDOW = 20;

  private static final long SHARE = 10_000;

  /** {@code 2^BITS > SHARE}: less than the share at once, for most orders are far below it. */
  private static final int BITS = 14;

  private final Bars bars;
  private final Account account;
  private final Costs[] costs;
  private final FillListener listener;
  private final int participation;
  private final boolean[] slips;
  private final long[] taken;
  private int bar;
  private long time;
  private int asset;
  private long reference;
  private long limit;
  private boolean maker;
  private long price;
  private long commission;
  private long slippage;
  private boolean cut;

  /** @param costs by asset */
  Filler(Bars bars, Account account, List<Costs> costs, int participation, FillListener listener) {
    if (participation < 0 || participation > SHARE) {
      throw new IllegalArgumentException(
          "participation must be 0 to 10000 basis points, was " + participation);
    }
    this.bars = bars;
    this.account = account;
    this.costs = costs.toArray(Costs[]::new);
    this.participation = participation;
    this.listener = listener;
    taken = new long[bars.assets()];
    slips = new boolean[bars.assets()];
    for (int i = 0; i < slips.length; i++) {
      slips[i] = this.costs[i].slippage() != Slippage.NONE;
    }
  }

  /** Begins a bar. */
  void bar(int now) {
    bar = now;
    time = bars.closeTime(now);
    Arrays.fill(taken, 0);
  }

  /** The part of an order that the bar's volume has room for. */
  long share(int ofAsset, long lots) {
    if (participation == BarExchange.UNLIMITED) {
      return lots;
    }
    long volume = bars.volume(ofAsset, bar);
    if (Math.abs(lots) + taken[ofAsset] <= (volume >> BITS) * participation) {
      return lots;
    }
    long most = volume / SHARE * participation + volume % SHARE * participation / SHARE;
    long left = Math.max(0, most - taken[ofAsset]);
    return Math.max(-left, Math.min(left, lots));
  }

  /**
   * Takes lots at a reference price, worsened by slippage.
   *
   * @param atMost worst price, ticks; {@link #NO_LIMIT}
   * @return lots filled
   */
  long take(long order, int ofAsset, long lots, long at, long atMost) {
    terms(ofAsset, at, atMost, false);
    return fill(order, lots);
  }

  /** Fills an order that rested in the book at its limit; returns the lots filled. */
  long rest(long order, int ofAsset, long lots, long at) {
    terms(ofAsset, at, at, true);
    return fill(order, lots);
  }

  /** Whether the account affords all of what {@link #take} would fill. */
  boolean affordsAll(int ofAsset, long lots, long at, long atMost) {
    terms(ofAsset, at, atMost, false);
    quote(lots);
    return affords(lots);
  }

  /** Gets rid of a position, whatever it costs. */
  void closeOut(long order, int now, int ofAsset, long at) {
    long lots = -account.lots(ofAsset);
    if (lots != 0) {
      bar = now;
      time = bars.closeTime(now);
      terms(ofAsset, at, NO_LIMIT, false);
      quote(lots);
      book(order, lots);
    }
  }

  /** Whether the last fill was less than asked for, because the account could not afford more. */
  boolean wasCut() {
    return cut;
  }

  private void terms(int ofAsset, long at, long atMost, boolean rested) {
    asset = ofAsset;
    reference = at;
    limit = atMost;
    maker = rested;
  }

  private long fill(long order, long lots) {
    cut = false;
    if (lots == 0) {
      return 0;
    }
    account.mark(asset, reference);
    quote(lots);
    long filled = lots;
    if (!affords(lots)) {
      cut = true;
      filled = affordable(lots);
      if (filled == 0) {
        return 0;
      }
      quote(filled);
    }
    book(order, filled);
    return filled;
  }

  private void book(long order, long lots) {
    account.trade(asset, lots, price, commission, slippage);
    taken[asset] += Math.abs(lots);
    listener.filled(order, asset, lots, price, commission + slippage);
  }

  /** Works out price and costs of a fill; left in the fields. */
  private void quote(long lots) {
    long worse = worse(lots);
    boolean free = limit == NO_LIMIT;
    if (lots > 0) {
      long highest = Math.min(reference + worse, bars.high(asset, bar));
      price = free ? highest : Math.min(highest, limit);
    } else {
      long lowest = Math.max(reference - worse, bars.low(asset, bar));
      price = free ? lowest : Math.max(lowest, limit);
    }
    long beyond = free ? worse - Math.abs(price - reference) : 0;
    slippage = beyond == 0 ? 0 : account.moved(asset, reference, beyond, lots);
    long notional = Math.abs(account.notionalAt(asset, price, lots));
    commission =
        costs[asset].commission().charge(notional, lots, account.lotsPerUnit(asset), maker, time);
  }

  private long worse(long lots) {
    if (maker || !slips[asset]) {
      return 0;
    }
    // What orders before took of the bar is gone: a large order gains nothing from being sent in
    // parts.
    long size = Math.abs(lots) + taken[asset];
    return (long) Math.ceil(costs[asset].slippage().ticks(reference, size, this));
  }

  /** Whether the account affords what was quoted. */
  private boolean affords(long lots) {
    long slipped =
        price == reference ? 0 : account.moved(asset, reference, Math.abs(price - reference), lots);
    long paid = Math.addExact(Math.addExact(slipped, slippage), commission);
    return account.affords(asset, Math.addExact(account.lots(asset), lots), paid);
  }

  /** The largest part of an order that buying power allows. */
  private long affordable(long lots) {
    long sign = Long.signum(lots);
    long good = 0;
    long bad = Math.abs(lots);
    while (bad - good > 1) {
      long middle = good + (bad - good) / 2;
      quote(sign * middle);
      if (affords(sign * middle)) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return sign * good;
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
      double change =
          (double) bars.close(asset, bar - back) / bars.close(asset, bar - back - 1) - 1;
      squares += change * change;
    }
    return returns <= 0 ? 0 : Math.sqrt(squares / returns);
  }
}
