package io.tradinggym.market.exchange;

import io.tradinggym.market.data.Bars;

/**
 * Orders that began to work inside a bar, because the order they waited for was filled there. A bar does not tell what
 * came first, but some prices came later for certain: its close; and, where the entry was met on the way to an end of
 * the bar, that end. A bar that opens at 100, where 95 is bought, and that has a low of 80 has sold the bought at a
 * stop of 90:
 *
 * <pre>
 * entry                          certainly later
 * limit or take-profit to buy    low, close       (to sell: high, close)
 * stop to buy                    high, close      (to sell: low, close)
 * trailing stop, by the close    close
 * </pre>
 *
 * <p>What was certainly met is filled, stops before profits; all else works from the next bar on. Of an order on
 * another asset than its parent's, or that looks at marks where its parent did not, only the close is certain. Bid and
 * ask are taken to be as far apart as at the open when the parent was filled, and to come to their ends together.
 */
final class Brackets {
  /** No end of the bar lies ahead for certain. */
  static final int NONE = 0;

  /** The bar's high lies ahead. */
  static final int HIGH = 1;

  /** The bar's low lies ahead. */
  static final int LOW = -1;

  private final Bars bars;
  private final WorkingOrders orders;
  private final SlotPrices prices;
  private final BarMatcher matcher;

  /** Orders that begin together have one number, those that they wake the next. */
  private int generation;

  private boolean woken;

  Brackets(Bars bars, WorkingOrders orders, SlotPrices prices, BarMatcher matcher) {
    this.bars = bars;
    this.orders = orders;
    this.prices = prices;
    this.matcher = matcher;
  }

  /**
   * An order begins, its parent filled inside the bar.
   *
   * @param asset of the parent
   * @param price that the parent met
   * @param byMark whether that was a mark
   * @param ahead the end of the bar that lies ahead
   */
  void begin(int slot, int asset, long price, boolean byMark, int ahead) {
    boolean same = orders.asset[slot] == asset;
    orders.began[slot] = generation + 1;
    orders.beganAt[slot] = same ? price : 0;
    orders.beganByMark[slot] = byMark;
    orders.ahead[slot] = same ? ahead : NONE;
    woken = true;
  }

  /** Fills what was certainly met after it began. */
  void settle(int bar) {
    while (woken) {
      woken = false;
      generation++;
      for (int slot = 0; slot < orders.count(); slot++) {
        if (isDue(slot, bar) && !orders.type[slot].profits()) {
          stop(slot, bar);
        }
      }
      for (int slot = 0; slot < orders.count(); slot++) {
        if (isDue(slot, bar)) {
          profit(slot, bar);
        }
      }
    }
  }

  private boolean isDue(int slot, int bar) {
    boolean immediate =
        orders.life[slot] == TimeInForce.IOC || orders.life[slot] == TimeInForce.FOK;
    return orders.began[slot] == generation
        && orders.lots[slot] != 0
        && !immediate
        && bars.traded(orders.asset[slot], bar);
  }

  private void stop(int slot, int bar) {
    boolean knows = knows(slot, prices.byMark(slot));
    boolean trails = orders.type[slot] == OrderType.TRAILING_STOP;
    int adverse = orders.lots[slot] > 0 ? HIGH : LOW;
    if (trails && knows) {
      matcher.follow(slot, orders.beganAt[slot]);
      if (orders.ahead[slot] == -adverse) {
        matcher.follow(slot, prices.best(slot, bar));
      }
    }
    long close = prices.close(slot, bar);
    boolean toEnd = knows && orders.ahead[slot] == adverse;
    boolean atOnce = knows && !trails && prices.reaches(slot, orders.beganAt[slot]);
    boolean met = atOnce || prices.reaches(slot, toEnd ? prices.worst(slot, bar) : close);
    if (matcher.isWaitingStop(slot) && met) {
      long price = atOnce ? orders.beganAt[slot] : orders.stop[slot];
      matcher.at(price, prices.byMark(slot), toEnd ? adverse : NONE);
      matcher.stopped(slot, bar, price);
    } else if (trails) {
      matcher.follow(slot, close);
    }
  }

  private void profit(int slot, int bar) {
    OrderType type = orders.type[slot];
    if (type == OrderType.LIMIT) {
      limit(slot, bar);
    } else if (type.profits()) {
      boolean knows = knows(slot, prices.byMark(slot));
      int good = orders.lots[slot] > 0 ? LOW : HIGH;
      boolean toEnd = knows && orders.ahead[slot] == good;
      boolean atOnce = knows && prices.reaches(slot, orders.beganAt[slot]);
      long latest = toEnd ? prices.best(slot, bar) : prices.close(slot, bar);
      if (atOnce || prices.reaches(slot, latest)) {
        long price = atOnce ? orders.beganAt[slot] : orders.stop[slot];
        matcher.at(price, prices.byMark(slot), toEnd ? good : NONE);
        matcher.profited(slot, bar, price);
      }
    }
  }

  private void limit(int slot, int bar) {
    long side = prices.side(slot);
    int good = side > 0 ? LOW : HIGH;
    boolean knows = knows(slot, false);
    boolean toEnd = knows && orders.ahead[slot] == good;
    long limit = orders.limit[slot];
    if (knows && SlotPrices.isBelow(side, orders.beganAt[slot], limit)) {
      matcher.at(orders.beganAt[slot], false, toEnd ? good : NONE);
      matcher.cross(slot, orders.beganAt[slot]);
    } else {
      long latest =
          toEnd ? prices.nearest(slot, bar) : prices.paid(slot).close(orders.asset[slot], bar);
      if (SlotPrices.isBelow(side, latest, limit)) {
        matcher.at(limit, false, toEnd ? good : NONE);
        matcher.rest(slot);
      }
    }
  }

  /** Whether the price at which an order began is one that it looks at. */
  private boolean knows(int slot, boolean byMark) {
    return orders.beganAt[slot] != 0 && orders.beganByMark[slot] == byMark;
  }
}
