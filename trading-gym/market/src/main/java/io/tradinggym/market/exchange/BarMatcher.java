package io.tradinggym.market.exchange;

import io.tradinggym.market.account.Account;
import io.tradinggym.market.data.Bars;

/** Fills working orders on one bar, phase by phase; the rule is in {@link BarExchange}. */
final class BarMatcher {
  private static final long DAY_MILLIS = 86_400_000L;

  private final Bars bars;
  private final Account account;
  private final Filler filler;
  private final WorkingOrders orders;
  private final FillListener listener;

  BarMatcher(
      Bars bars, Account account, Filler filler, WorkingOrders orders, FillListener listener) {
    this.bars = bars;
    this.account = account;
    this.filler = filler;
    this.orders = orders;
    this.listener = listener;
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
      if (works(slot, bar)
          && (!reducing || reduces(slot))
          && isDueAtOpen(slot, bars.open(asset, bar))) {
        take(slot, bars.open(asset, bar));
      }
    }
    if (!reducing) {
      endImmediate();
    }
  }

  private boolean isDueAtOpen(int slot, long open) {
    long side = Long.signum(orders.lots[slot]);
    return switch (orders.type[slot]) {
      case MARKET -> true;
      case LIMIT -> isBelow(side, open, orders.limit[slot]);
      case STOP, STOP_LIMIT -> {
        orders.triggered[slot] |= !isBelow(side, open, orders.stop[slot]);
        boolean inLimit =
            orders.type[slot] == OrderType.STOP || isBelow(side, open, orders.limit[slot]);
        yield orders.triggered[slot] && inLimit;
      }
    };
  }

  /** Fills stops that the price met inside the bar. */
  void stops(int bar) {
    for (int slot = 0; slot < orders.count(); slot++) {
      if (works(slot, bar) && isWaitingStop(slot) && isMet(slot, bar)) {
        long side = Long.signum(orders.lots[slot]);
        long stop = orders.stop[slot];
        if (orders.type[slot] == OrderType.STOP || !isBelow(side, orders.limit[slot], stop)) {
          orders.triggered[slot] = true;
          take(slot, stop);
        }
      }
    }
  }

  /** Fills limits that the price went through inside the bar. */
  void limits(int bar) {
    for (int slot = 0; slot < orders.count(); slot++) {
      boolean triggered = orders.type[slot] == OrderType.STOP_LIMIT && orders.triggered[slot];
      if ((orders.type[slot] == OrderType.LIMIT || triggered) && works(slot, bar)) {
        long side = Long.signum(orders.lots[slot]);
        boolean through = isBelow(side, nearest(slot, bar), orders.limit[slot]);
        boolean atOpen = isBelow(side, bars.open(orders.asset[slot], bar), orders.limit[slot]);
        if (through && !atOpen) {
          filled(
              slot,
              filler.rest(orders.id[slot], orders.asset[slot], share(slot), orders.limit[slot]));
        }
      }
    }
    // A stop that was met, and whose limit lies on the other side of it, works as a limit from the
    // next bar on.
    for (int slot = 0; slot < orders.count(); slot++) {
      if (works(slot, bar) && isWaitingStop(slot)) {
        orders.triggered[slot] = isMet(slot, bar);
      }
    }
  }

  private boolean isWaitingStop(int slot) {
    return orders.stop[slot] != 0 && !orders.triggered[slot];
  }

  private boolean isMet(int slot, int bar) {
    return !isBelow(Long.signum(orders.lots[slot]), farthest(slot, bar), orders.stop[slot]);
  }

  /** Ends orders whose time is over, and forgets those that ended. */
  void expire(int bar) {
    boolean dayEnds = bar + 1 == bars.length() || day(bar + 1) != day(bar);
    for (int slot = 0; slot < orders.count(); slot++) {
      if (dayEnds && orders.life[slot] == TimeInForce.DAY) {
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

  private void endImmediate() {
    for (int slot = 0; slot < orders.count(); slot++) {
      if (orders.life[slot] == TimeInForce.IOC || orders.life[slot] == TimeInForce.FOK) {
        end(slot, OrderEnd.EXPIRED);
      }
    }
  }

  private void end(int slot, OrderEnd reason) {
    if (orders.lots[slot] != 0) {
      long remaining = orders.lots[slot];
      orders.lots[slot] = 0;
      listener.ended(orders.id[slot], reason, remaining);
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

  private long share(int slot) {
    return filler.share(orders.asset[slot], orders.lots[slot]);
  }

  private void filled(int slot, long lots) {
    orders.lots[slot] -= lots;
    if (orders.lots[slot] == 0) {
      listener.ended(orders.id[slot], OrderEnd.FILLED, 0);
    } else if (filler.wasCut()) {
      end(slot, OrderEnd.BUYING_POWER);
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
    return orders.lots[slot] != 0 && bars.traded(orders.asset[slot], bar);
  }

  private boolean reduces(int slot) {
    long held = account.lots(orders.asset[slot]);
    return (held ^ orders.lots[slot]) < 0 && Math.abs(orders.lots[slot]) <= Math.abs(held);
  }

  /** The price of the bar that is worst for the order. */
  private long farthest(int slot, int bar) {
    int asset = orders.asset[slot];
    return orders.lots[slot] > 0 ? bars.high(asset, bar) : bars.low(asset, bar);
  }

  /** The price of the bar that is best for the order. */
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
