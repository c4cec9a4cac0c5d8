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
  private final SlotPrices prices;
  private final Brackets brackets;

  /** Where the order that is filled now met its price: the price, 0 at the open of the bar. */
  private long at;

  /** Whether it met a mark. */
  private boolean atMark;

  /** The end of the bar that certainly comes later. */
  private int ahead;

  private int now;

  BarMatcher(Bars bars, Account account, Filler filler, WorkingOrders orders) {
    this.bars = bars;
    this.account = account;
    this.filler = filler;
    this.orders = orders;
    prices = new SlotPrices(bars, orders);
    brackets = new Brackets(bars, orders, prices, this);
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
    now = bar;
    at = 0;
    for (int slot = 0; slot < orders.count(); slot++) {
      int asset = orders.asset[slot];
      if (works(slot, bar) && (!reducing || reduces(slot)) && isDueAtOpen(slot, bar)) {
        if (orders.conditions[slot].postOnly() && orders.since[slot] < bar) {
          rest(slot);
        } else {
          cross(slot, prices.paid(slot).open(asset, bar));
        }
      }
    }
    if (!reducing) {
      endImmediate(bar);
    }
  }

  private boolean isDueAtOpen(int slot, int bar) {
    OrderType type = orders.type[slot];
    long open = prices.paid(slot).open(orders.asset[slot], bar);
    if (type == OrderType.TRAILING_STOP && !orders.triggered[slot]) {
      follow(slot, prices.atOpen(slot, bar));
    }
    if (isWaitingStop(slot)) {
      orders.triggered[slot] = prices.reaches(slot, prices.atOpen(slot, bar));
    }
    boolean waits = type != OrderType.MARKET && type != OrderType.LIMIT && !orders.triggered[slot];
    return !waits
        && (!type.limited() || SlotPrices.isBelow(prices.side(slot), open, orders.limit[slot]));
  }

  /** An order that would take does so, unless it is to rest. */
  void cross(int slot, long price) {
    if (orders.conditions[slot].postOnly()) {
      end(slot, OrderEnd.WOULD_CROSS);
    } else {
      take(slot, price);
    }
  }

  /** Notes where the order met its price that is filled next. */
  void at(long price, boolean byMark, int comesLater) {
    at = price;
    atMark = byMark;
    ahead = comesLater;
  }

  /** Fills stops that the price met inside the bar. */
  void stops(int bar) {
    for (int slot = 0; slot < orders.count(); slot++) {
      if (works(slot, bar)
          && isWaitingStop(slot)
          && !orders.type[slot].profits()
          && isMet(slot, bar)) {
        int later = orders.lots[slot] > 0 ? Brackets.HIGH : Brackets.LOW;
        at(orders.stop[slot], prices.byMark(slot), later);
        stopped(slot, bar, orders.stop[slot]);
      }
    }
  }

  /**
   * Fills a stop that was met, as far as its price was traded; one with a limit that is not had there goes on waiting.
   */
  void stopped(int slot, int bar, long price) {
    long stop = prices.within(slot, bar, price);
    if (!orders.type[slot].limited()
        || !SlotPrices.isBelow(prices.side(slot), orders.limit[slot], stop)) {
      orders.triggered[slot] = true;
      take(slot, stop);
    }
  }

  /** Fills a take-profit that was met; one with a limit works as a limit from the next bar on. */
  void profited(int slot, int bar, long price) {
    orders.triggered[slot] = true;
    if (orders.type[slot] == OrderType.TAKE_PROFIT) {
      take(slot, prices.within(slot, bar, price));
    }
  }

  /** Fills limits that the price went through inside the bar. */
  void limits(int bar) {
    for (int slot = 0; slot < orders.count(); slot++) {
      boolean rests =
          orders.type[slot] == OrderType.LIMIT
              || (orders.type[slot].limited() && orders.triggered[slot]);
      if (rests && works(slot, bar)) {
        long side = prices.side(slot);
        boolean through = SlotPrices.isBelow(side, prices.nearest(slot, bar), orders.limit[slot]);
        boolean atOpen =
            SlotPrices.isBelow(
                side, prices.paid(slot).open(orders.asset[slot], bar), orders.limit[slot]);
        if (through && !atOpen) {
          at(orders.limit[slot], false, side > 0 ? Brackets.LOW : Brackets.HIGH);
          rest(slot);
        }
      }
    }
    for (int slot = 0; slot < orders.count(); slot++) {
      if (works(slot, bar) && isWaitingStop(slot)) {
        // What has a limit, and was met, works as a limit from the next bar on.
        if (isMet(slot, bar)) {
          int later = orders.lots[slot] > 0 ? Brackets.LOW : Brackets.HIGH;
          at(orders.stop[slot], prices.byMark(slot), later);
          profited(slot, bar, orders.stop[slot]);
        }
      }
    }
    trail(bar);
  }

  /** Fills what began to work inside the bar and was certainly met after that. */
  void brackets(int bar) {
    brackets.settle(bar);
  }

  /** Moves trailing stops by what the bar has shown. */
  private void trail(int bar) {
    for (int slot = 0; slot < orders.count(); slot++) {
      if (works(slot, bar)
          && orders.type[slot] == OrderType.TRAILING_STOP
          && !orders.triggered[slot]) {
        follow(slot, prices.best(slot, bar));
        if (isWaitingStop(slot) && prices.reaches(slot, prices.close(slot, bar))) {
          at(orders.stop[slot], prices.byMark(slot), Brackets.NONE);
          orders.triggered[slot] = true;
          take(slot, prices.within(slot, bar, orders.stop[slot]));
        }
      }
    }
  }

  /** Shows a trailing stop a price: it may activate it, or draw its stop after it. */
  void follow(int slot, long price) {
    long side = prices.side(slot);
    boolean active = orders.peak[slot] != 0;
    long from = active ? orders.peak[slot] : orders.stop[slot];
    // A seller's best is the highest: nothing is below it that is not above for a buyer.
    if (active
        ? SlotPrices.isBelow(side, price, from)
        : from == 0 || !SlotPrices.isBelow(-side, price, from)) {
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
    if (orders.since[slot] == WorkingOrders.WAITING) {
      return;
    }
    orders.since[slot] = bar + 1;
    if (orders.type[slot] == OrderType.TRAILING_STOP) {
      follow(slot, prices.close(slot, bar));
    }
  }

  boolean isWaitingStop(int slot) {
    boolean has =
        orders.type[slot] == OrderType.TRAILING_STOP
            ? orders.peak[slot] != 0
            : orders.stop[slot] != 0;
    return has && !orders.triggered[slot];
  }

  /** Whether the bar's prices have met a stop. */
  private boolean isMet(int slot, int bar) {
    boolean profits = orders.type[slot].profits();
    return prices.reaches(slot, profits ? prices.best(slot, bar) : prices.worst(slot, bar));
  }

  /** Ends orders whose time is over, and forgets those that ended. */
  void expire(int bar) {
    boolean dayEnds = bar + 1 == bars.length() || day(bar + 1) != day(bar);
    for (int slot = 0; slot < orders.count(); slot++) {
      boolean over =
          orders.life[slot] == TimeInForce.GTD
              && !Acceptance.endsLater(bars, bar, orders.conditions[slot].until());
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
        orders.since[child] = at == 0 ? now : now + 1;
        if (at != 0) {
          boolean across = !atMark && (orders.lots[child] ^ orders.lots[slot]) < 0;
          long price = across ? prices.across(child, now, at) : at;
          brackets.begin(child, orders.asset[slot], price, atMark, ahead);
        }
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

  void rest(int slot) {
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

  private long day(int bar) {
    // A bar that closes at midnight belongs to the day that ends.
    return Math.floorDiv(bars.closeTime(bar) - 1, DAY_MILLIS);
  }
}
