package io.tradinggym.market.exchange;

import io.tradinggym.market.account.Account;
import io.tradinggym.market.data.Bars;

/** Fills working orders on one bar, phase by phase; the rule is in {@link BarExchange}. */
final class BarMatcher {
  private static final long DAY_MILLIS = 86_400_000L;

  /** Basis points. */
  private static final long ONE = 10_000;

  private final Bars bars;
  private final Account account;
  private final Filler filler;
  private final WorkingOrders orders;

  /** The bar from which on those work that wait for an order that is filled now. */
  private int wakes;

  BarMatcher(Bars bars, Account account, Filler filler, WorkingOrders orders) {
    this.bars = bars;
    this.account = account;
    this.filler = filler;
    this.orders = orders;
  }

  void markAtOpen(int bar) {
    for (int slot = 0; slot < orders.count(); slot++) {
      int asset = orders.asset[slot];
      if (bars.traded(asset, bar)) {
        account.mark(asset, bars.open(asset, bar));
      }
    }
  }

  /** Fills what can be filled at the open: only what reduces a position, or all. */
  void open(int bar, boolean reducing) {
    for (int slot = 0; slot < orders.count(); slot++) {
      int asset = orders.asset[slot];
      if (works(slot, bar) && (!reducing || reduces(slot)) && isDueAtOpen(slot, bar)) {
        wakes = bar;
        if (!orders.conditions[slot].postOnly()) {
          take(slot, bars.open(asset, bar));
        } else if (orders.since[slot] < bar) {
          rest(slot);
        } else {
          end(slot, OrderEnd.WOULD_CROSS);
        }
      }
    }
    if (!reducing) {
      endImmediate(bar);
    }
  }

  private boolean isDueAtOpen(int slot, int bar) {
    OrderType type = orders.type[slot];
    long open = bars.open(orders.asset[slot], bar);
    if (type == OrderType.TRAILING_STOP && !orders.triggered[slot]) {
      follow(slot, atOpen(slot, bar));
    }
    if (isWaitingStop(slot)) {
      orders.triggered[slot] = reaches(slot, atOpen(slot, bar));
    }
    boolean waits = type != OrderType.MARKET && type != OrderType.LIMIT && !orders.triggered[slot];
    return !waits && (!type.limited() || isBelow(side(slot), open, orders.limit[slot]));
  }

  /** Fills stops that the price met inside the bar. */
  void stops(int bar) {
    wakes = bar + 1;
    for (int slot = 0; slot < orders.count(); slot++) {
      if (works(slot, bar)
          && isWaitingStop(slot)
          && !orders.type[slot].profits()
          && isMet(slot, bar)) {
        long stop = within(slot, bar, orders.stop[slot]);
        if (!orders.type[slot].limited() || !isBelow(side(slot), orders.limit[slot], stop)) {
          orders.triggered[slot] = true;
          take(slot, stop);
        }
      }
    }
  }

  /** Fills limits that the price went through inside the bar. */
  void limits(int bar) {
    for (int slot = 0; slot < orders.count(); slot++) {
      boolean rests =
          orders.type[slot] == OrderType.LIMIT
              || (orders.type[slot].limited() && orders.triggered[slot]);
      if (rests && works(slot, bar)) {
        long side = side(slot);
        boolean through = isBelow(side, nearest(slot, bar), orders.limit[slot]);
        boolean atOpen = isBelow(side, bars.open(orders.asset[slot], bar), orders.limit[slot]);
        if (through && !atOpen) {
          rest(slot);
        }
      }
    }
    for (int slot = 0; slot < orders.count(); slot++) {
      if (works(slot, bar) && isWaitingStop(slot)) {
        // What has a limit, and was met, works as a limit from the next bar on.
        orders.triggered[slot] = isMet(slot, bar);
        if (orders.triggered[slot] && orders.type[slot] == OrderType.TAKE_PROFIT) {
          take(slot, within(slot, bar, orders.stop[slot]));
        }
      }
    }
    trail(bar);
  }

  /** Moves trailing stops by what the bar has shown. */
  private void trail(int bar) {
    for (int slot = 0; slot < orders.count(); slot++) {
      if (works(slot, bar)
          && orders.type[slot] == OrderType.TRAILING_STOP
          && !orders.triggered[slot]) {
        follow(slot, best(slot, bar));
        long close = price(slot, bars.close(orders.asset[slot], bar), mark(slot, bar));
        if (isWaitingStop(slot) && reaches(slot, close)) {
          orders.triggered[slot] = true;
          take(slot, within(slot, bar, orders.stop[slot]));
        }
      }
    }
  }

  /** Shows a trailing stop a price: it may activate it, or draw its stop after it. */
  private void follow(int slot, long price) {
    long side = side(slot);
    boolean active = orders.peak[slot] != 0;
    long from = active ? orders.peak[slot] : orders.stop[slot];
    // A seller's best is the highest: nothing is below it that is not above for a buyer.
    if (active ? isBelow(side, price, from) : from == 0 || !isBelow(-side, price, from)) {
      orders.peak[slot] = price;
      long back = orders.conditions[slot].callback();
      orders.stop[slot] =
          side > 0
              ? Math.ceilDiv(Math.multiplyExact(price, ONE + back), ONE)
              : Math.floorDiv(Math.multiplyExact(price, ONE - back), ONE);
    }
  }

  /** An order was put into a slot at the close of a bar. */
  void added(int slot, int bar) {
    int asset = orders.asset[slot];
    if (orders.since[slot] == WorkingOrders.WAITING) {
      return;
    }
    orders.since[slot] = bar + 1;
    if (orders.type[slot] == OrderType.TRAILING_STOP) {
      follow(slot, price(slot, bars.close(asset, bar), bars.mark(asset, bar)));
    }
  }

  private boolean isWaitingStop(int slot) {
    boolean has =
        orders.type[slot] == OrderType.TRAILING_STOP
            ? orders.peak[slot] != 0
            : orders.stop[slot] != 0;
    return has && !orders.triggered[slot];
  }

  /** Whether the bar's prices have met a stop. */
  private boolean isMet(int slot, int bar) {
    boolean profits = orders.type[slot].profits();
    return reaches(slot, profits ? best(slot, bar) : worst(slot, bar));
  }

  /** Whether a price has come to a stop, from the side that it waits on. */
  private boolean reaches(int slot, long price) {
    long side = orders.type[slot].profits() ? -side(slot) : side(slot);
    return !isBelow(side, price, orders.stop[slot]);
  }

  /** Whether a time is later than the next bar's close. */
  boolean endsLater(int bar, long time) {
    return time != 0 && bar + 1 < bars.length() && bars.closeTime(bar + 1) <= time;
  }

  /** Ends orders whose time is over, and forgets those that ended. */
  void expire(int bar) {
    boolean dayEnds = bar + 1 == bars.length() || day(bar + 1) != day(bar);
    for (int slot = 0; slot < orders.count(); slot++) {
      boolean over =
          orders.life[slot] == TimeInForce.GTD && !endsLater(bar, orders.conditions[slot].until());
      if (over || (dayEnds && orders.life[slot] == TimeInForce.DAY)) {
        end(slot, OrderEnd.EXPIRED);
      }
    }
    orders.compact();
  }

  void endAll(OrderEnd reason) {
    for (int slot = 0; slot < orders.count(); slot++) {
      end(slot, reason);
    }
    orders.clear();
  }

  private void endImmediate(int bar) {
    for (int slot = 0; slot < orders.count(); slot++) {
      if (orders.since[slot] > bar) {
        continue;
      }
      if (orders.life[slot] == TimeInForce.IOC || orders.life[slot] == TimeInForce.FOK) {
        end(slot, OrderEnd.EXPIRED);
      }
    }
  }

  /** Ends an order, and those that still wait for it. */
  void end(int slot, OrderEnd reason) {
    if (orders.lots[slot] != 0) {
      long remaining = orders.lots[slot];
      orders.lots[slot] = 0;
      filler.listener().ended(orders.id[slot], reason, remaining);
      for (int child = slot + 1; child < orders.count(); child++) {
        if (waitsFor(child, slot)) {
          end(child, OrderEnd.PARENT);
        }
      }
    }
  }

  private boolean waitsFor(int child, int slot) {
    return orders.since[child] == WorkingOrders.WAITING
        && orders.conditions[child].parent() == orders.id[slot];
  }

  private void wake(int slot) {
    for (int child = slot + 1; child < orders.count(); child++) {
      if (waitsFor(child, slot)) {
        orders.since[child] = wakes;
      }
    }
  }

  private void take(int slot, long reference) {
    long lots = share(slot);
    boolean whole = orders.life[slot] == TimeInForce.FOK;
    boolean limited = orders.limit[slot] != 0;
    long limit = limited ? orders.limit[slot] : Filler.NO_LIMIT;
    int asset = orders.asset[slot];
    if (whole && (lots != orders.lots[slot] || !filler.affordsAll(asset, lots, reference, limit))) {
      return;
    }
    filled(slot, filler.take(orders.id[slot], asset, lots, reference, limit));
  }

  private void rest(int slot) {
    filled(slot, filler.rest(orders.id[slot], orders.asset[slot], share(slot), orders.limit[slot]));
  }

  private long share(int slot) {
    return filler.share(orders.asset[slot], wanted(slot));
  }

  /** Lots of an order, of a reduce-only one those that close. */
  private long wanted(int slot) {
    long lots = orders.lots[slot];
    if (!orders.conditions[slot].reduceOnly()) {
      return lots;
    }
    long held = account.lots(orders.asset[slot]);
    return lots > 0 ? Math.clamp(-held, 0, lots) : -Math.clamp(held, 0, -lots);
  }

  private void filled(int slot, long lots) {
    if (lots != 0) {
      wake(slot);
    }
    orders.lots[slot] -= lots;
    if (orders.lots[slot] == 0) {
      filler.listener().ended(orders.id[slot], OrderEnd.FILLED, 0);
    } else if (filler.wasCut()) {
      end(slot, OrderEnd.BUYING_POWER);
    } else if (wanted(slot) == 0) {
      end(slot, OrderEnd.NOTHING_TO_REDUCE);
    }
    if (orders.group[slot] != 0 && lots != 0) {
      shareOut(slot, Math.abs(lots));
    }
  }

  private void shareOut(int by, long lots) {
    for (int slot = 0; slot < orders.count(); slot++) {
      if (slot != by && orders.group[slot] == orders.group[by] && orders.lots[slot] != 0) {
        long left = Math.max(0, Math.abs(orders.lots[slot]) - lots);
        if (left == 0) {
          end(slot, OrderEnd.GROUP);
        } else {
          orders.lots[slot] = orders.lots[slot] > 0 ? left : -left;
        }
      }
    }
  }

  private boolean works(int slot, int bar) {
    return orders.lots[slot] != 0
        && orders.since[slot] <= bar
        && bars.traded(orders.asset[slot], bar);
  }

  private boolean reduces(int slot) {
    long held = account.lots(orders.asset[slot]);
    return (held ^ orders.lots[slot]) < 0 && Math.abs(orders.lots[slot]) <= Math.abs(held);
  }

  private long side(int slot) {
    return Long.signum(orders.lots[slot]);
  }

  /** The price that an order looks at. */
  private long price(int slot, long last, long mark) {
    return orders.conditions[slot].trigger() == Trigger.MARK ? mark : last;
  }

  private long mark(int slot, int bar) {
    return bars.mark(orders.asset[slot], bar);
  }

  /** The price of the bar that is worst for the order, of those it looks at. */
  private long worst(int slot, int bar) {
    return orders.lots[slot] > 0 ? highest(slot, bar) : lowest(slot, bar);
  }

  /** The price of the bar that is best for the order, of those it looks at. */
  private long best(int slot, int bar) {
    return orders.lots[slot] > 0 ? lowest(slot, bar) : highest(slot, bar);
  }

  private long highest(int slot, int bar) {
    int asset = orders.asset[slot];
    return price(slot, bars.high(asset, bar), bars.markHigh(asset, bar));
  }

  private long lowest(int slot, int bar) {
    int asset = orders.asset[slot];
    return price(slot, bars.low(asset, bar), bars.markLow(asset, bar));
  }

  private long atOpen(int slot, int bar) {
    long open = bars.open(orders.asset[slot], bar);
    long low = lowest(slot, bar);
    return Math.clamp(open, low, Math.max(low, highest(slot, bar)));
  }

  /** A price as far as it was traded in the bar. */
  private long within(int slot, int bar, long price) {
    int asset = orders.asset[slot];
    return Math.clamp(price, bars.low(asset, bar), bars.high(asset, bar));
  }

  /** The traded price of the bar that is best for the order. */
  private long nearest(int slot, int bar) {
    int asset = orders.asset[slot];
    return orders.lots[slot] > 0 ? bars.low(asset, bar) : bars.high(asset, bar);
  }

  /** Whether a price is strictly better than another: below it for a buyer, above it for a seller. */
  private static boolean isBelow(long side, long price, long other) {
    return side > 0 ? price < other : price > other;
  }

  private long day(int bar) {
    // A bar that closes at midnight belongs to the day that ends.
    return Math.floorDiv(bars.closeTime(bar) - 1, DAY_MILLIS);
  }
}
