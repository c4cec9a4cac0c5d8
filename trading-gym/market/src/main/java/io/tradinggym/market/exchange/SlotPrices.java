package io.tradinggym.market.exchange;

import io.tradinggym.market.data.Bars;

/**
 * Prices of a bar as the order of a slot sees them: those of the side that it pays, or marks, better and worse by its
 * own side.
 */
final class SlotPrices {
  private final Bars bars;
  private final Bars asks;
  private final Bars bids;
  private final WorkingOrders orders;

  SlotPrices(Bars bars, WorkingOrders orders) {
    this.bars = bars;
    asks = bars.asks();
    bids = bars.bids();
    this.orders = orders;
  }

  /** The bars of the side that an order pays. */
  Bars paid(int slot) {
    return orders.lots[slot] > 0 ? asks : bids;
  }

  /** 1 for a buyer, -1 for a seller. */
  long side(int slot) {
    return Long.signum(orders.lots[slot]);
  }

  /** Whether a stop looks at marks. */
  boolean byMark(int slot) {
    return orders.conditions[slot].trigger() == Trigger.MARK;
  }

  /** The last price or mark of the bar. */
  long close(int slot, int bar) {
    int asset = orders.asset[slot];
    return byMark(slot) ? bars.mark(asset, bar) : paid(slot).close(asset, bar);
  }

  /** The price or mark of the bar that is worst for the order. */
  long worst(int slot, int bar) {
    return orders.lots[slot] > 0 ? highest(slot, bar) : lowest(slot, bar);
  }

  /** The price or mark of the bar that is best for the order. */
  long best(int slot, int bar) {
    return orders.lots[slot] > 0 ? lowest(slot, bar) : highest(slot, bar);
  }

  private long highest(int slot, int bar) {
    int asset = orders.asset[slot];
    return byMark(slot) ? bars.markHigh(asset, bar) : paid(slot).high(asset, bar);
  }

  private long lowest(int slot, int bar) {
    int asset = orders.asset[slot];
    return byMark(slot) ? bars.markLow(asset, bar) : paid(slot).low(asset, bar);
  }

  /** The open, or the mark nearest to it. */
  long atOpen(int slot, int bar) {
    long open = paid(slot).open(orders.asset[slot], bar);
    long low = lowest(slot, bar);
    return Math.clamp(open, low, Math.max(low, highest(slot, bar)));
  }

  /** A price as far as it was traded in the bar. */
  long within(int slot, int bar, long price) {
    int asset = orders.asset[slot];
    Bars side = paid(slot);
    return Math.clamp(price, side.low(asset, bar), side.high(asset, bar));
  }

  /** A price of the side that an order does not pay, moved to the one that it does by the spread of the open. */
  long across(int slot, int bar, long price) {
    int asset = orders.asset[slot];
    return price + side(slot) * (asks.open(asset, bar) - bids.open(asset, bar));
  }

  /** The traded price of the bar that is best for the order. */
  long nearest(int slot, int bar) {
    int asset = orders.asset[slot];
    return orders.lots[slot] > 0 ? asks.low(asset, bar) : bids.high(asset, bar);
  }

  /** Whether a price has come to a stop, from the side that it waits on. */
  boolean reaches(int slot, long price) {
    long side = orders.type[slot].profits() ? -side(slot) : side(slot);
    return !isBelow(side, price, orders.stop[slot]);
  }

  /** Whether a price is strictly better than another: below it for a buyer, above it for a seller. */
  static boolean isBelow(long side, long price, long other) {
    return side > 0 ? price < other : price > other;
  }
}
