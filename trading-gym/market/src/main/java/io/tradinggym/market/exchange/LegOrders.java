package io.tradinggym.market.exchange;

import io.tradinggym.market.account.Account;
import io.tradinggym.market.data.Bars;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Orders of several legs that wait for the next open: there every leg is filled whole, or none is and the order ends.
 * Its columns are made with the first order.
 */
final class LegOrders {
  // Columns before the first order, the same in all lanes.
  private static final Legs[] NO_LEGS = {};
  private static final long[] NO_LONGS = {};
  private static final int[] NO_INTS = {};

  private final Bars bars;
  private final Bars asks;
  private final Bars bids;
  private final Account account;
  private final Filler filler;
  private final int slots;
  private Legs[] legs = NO_LEGS;
  private long[] id = NO_LONGS;
  private long[] size = NO_LONGS;
  private long[] limit = NO_LONGS;
  private int[] assets = NO_INTS;
  private long[] after = NO_LONGS;
  private int count;

  LegOrders(Bars bars, Account account, Filler filler, int slots) {
    this.bars = bars;
    asks = bars.asks();
    bids = bars.bids();
    this.account = account;
    this.filler = filler;
    this.slots = slots;
  }

  int count() {
    return count;
  }

  /** Whether the legs could be taken at the present marks. */
  OrderResult check(VenueRules rules, int bar, Legs of, long combinations) {
    for (int leg = 0; leg < of.count(); leg++) {
      if (Math.multiplyExact(of.ratio(leg), combinations) % rules.lotStep() != 0) {
        return OrderResult.LOT;
      }
      if (!bars.traded(of.asset(leg), bar)) {
        return OrderResult.NOT_TRADING;
      }
    }
    hold(of, combinations);
    return account.affords(of.count(), assets, after, 0)
        ? OrderResult.ACCEPTED
        : OrderResult.BUYING_POWER;
  }

  void add(long newId, Legs of, long combinations, long atMost) {
    if (legs.length == 0) {
      legs = new Legs[slots];
      for (int slot = 0; slot < slots; slot++) {
        legs[slot] = new Legs();
      }
      id = new long[slots];
      size = new long[slots];
      limit = new long[slots];
    }
    legs[count].set(of);
    id[count] = newId;
    size[count] = combinations;
    limit[count] = atMost;
    count++;
  }

  int find(long wanted) {
    for (int slot = 0; slot < count; slot++) {
      if (id[slot] == wanted) {
        return slot;
      }
    }
    return -1;
  }

  long size(int slot) {
    return size[slot];
  }

  void markAtOpen(int bar) {
    for (int slot = 0; slot < count; slot++) {
      for (int leg = 0; leg < legs[slot].count(); leg++) {
        int asset = legs[slot].asset(leg);
        if (bars.traded(asset, bar)) {
          account.mark(asset, bars.open(asset, bar));
        }
      }
    }
  }

  /** Fills what can be filled at the open, and ends the rest. */
  void open(int bar) {
    for (int slot = 0; slot < count; slot++) {
      OrderEnd end = tryAll(slot, bar);
      filler.listener().ended(id[slot], end, end == OrderEnd.FILLED ? 0 : size[slot]);
    }
    count = 0;
  }

  private OrderEnd tryAll(int slot, int bar) {
    Legs of = legs[slot];
    long one = 0;
    long costs = 0;
    for (int leg = 0; leg < of.count(); leg++) {
      int asset = of.asset(leg);
      long lots = of.ratio(leg) * size[slot];
      if (!bars.traded(asset, bar) || filler.share(asset, lots) != lots) {
        return OrderEnd.EXPIRED;
      }
      costs = Math.addExact(costs, filler.costs(asset, lots, open(asset, bar, lots)));
      long each = size[slot] > 0 ? of.ratio(leg) : -of.ratio(leg);
      one = Math.addExact(one, filler.paid(each));
    }
    if (one > limit[slot]) {
      return OrderEnd.EXPIRED;
    }
    hold(of, size[slot]);
    if (!account.affords(of.count(), assets, after, costs)) {
      return OrderEnd.BUYING_POWER;
    }
    for (int leg = 0; leg < of.count(); leg++) {
      int asset = of.asset(leg);
      long lots = of.ratio(leg) * size[slot];
      filler.takeAll(id[slot], asset, lots, open(asset, bar, lots));
    }
    return OrderEnd.FILLED;
  }

  /** The open of the side that is paid. */
  private long open(int asset, int bar, long lots) {
    return (lots > 0 ? asks : bids).open(asset, bar);
  }

  /** What the account would hold with so many combinations more; left in the fields. */
  private void hold(Legs of, long combinations) {
    if (assets.length == 0) {
      assets = new int[Legs.MOST];
      after = new long[Legs.MOST];
    }
    for (int leg = 0; leg < of.count(); leg++) {
      assets[leg] = of.asset(leg);
      long lots = Math.multiplyExact(of.ratio(leg), combinations);
      after[leg] = Math.addExact(account.lots(assets[leg]), lots);
    }
  }

  /** Lots of an asset on one side. */
  long resting(int asset, boolean buys) {
    long sum = 0;
    for (int slot = 0; slot < count; slot++) {
      for (int leg = 0; leg < legs[slot].count(); leg++) {
        long lots = legs[slot].ratio(leg) * size[slot];
        boolean counts = legs[slot].asset(leg) == asset && lots > 0 == buys;
        sum = counts ? Math.addExact(sum, lots) : sum;
      }
    }
    return sum;
  }

  void end(int slot, OrderEnd reason) {
    filler.listener().ended(id[slot], reason, size[slot]);
    Legs gone = legs[slot];
    count--;
    for (int i = slot; i < count; i++) {
      legs[i] = legs[i + 1];
      id[i] = id[i + 1];
      size[i] = size[i + 1];
      limit[i] = limit[i + 1];
    }
    legs[count] = gone;
  }

  void endAll(OrderEnd reason) {
    for (int slot = 0; slot < count; slot++) {
      filler.listener().ended(id[slot], reason, size[slot]);
    }
    count = 0;
  }

  void clear() {
    count = 0;
  }

  void save(DataOutput out) throws IOException {
    out.writeInt(count);
    for (int slot = 0; slot < count; slot++) {
      out.writeLong(id[slot]);
      out.writeLong(size[slot]);
      out.writeLong(limit[slot]);
      out.writeInt(legs[slot].count());
      for (int leg = 0; leg < legs[slot].count(); leg++) {
        out.writeInt(legs[slot].asset(leg));
        out.writeLong(legs[slot].ratio(leg));
      }
    }
  }

  void restore(DataInput in) throws IOException {
    int saved = in.readInt();
    if (saved < 0 || saved > slots) {
      throw new IOException(
          "saved exchange has "
              + saved
              + " orders of several legs, this one has room for "
              + slots);
    }
    count = 0;
    Legs read = new Legs();
    for (int slot = 0; slot < saved; slot++) {
      long savedId = in.readLong();
      long combinations = in.readLong();
      long atMost = in.readLong();
      int of = in.readInt();
      read.clear();
      for (int leg = 0; leg < of; leg++) {
        read.add(in.readInt(), in.readLong());
      }
      add(savedId, read, combinations, atMost);
    }
  }
}
