package io.tradinggym.market.exchange;

import io.tradinggym.market.account.Account;
import io.tradinggym.market.data.Bars;

/** What is asked of an order before it is taken. */
final class Acceptance {
  private final Bars bars;
  private final Bars asks;
  private final Bars bids;
  private final Account account;
  private final VenueRules rules;
  private final WorkingOrders orders;

  Acceptance(Bars bars, Account account, VenueRules rules, WorkingOrders orders) {
    this.bars = bars;
    asks = bars.asks();
    bids = bars.bids();
    this.account = account;
    this.rules = rules;
    this.orders = orders;
  }

  /** What becomes of an order that is submitted at the close of a bar. */
  OrderResult check(
      int bar,
      int asset,
      long lots,
      OrderType type,
      long limit,
      long stop,
      TimeInForce life,
      Conditions asked) {
    OrderResult result = wellFormed(lots, type, limit, stop, life, asked);
    if (result != OrderResult.ACCEPTED) {
      return result;
    }
    if ((life == TimeInForce.GTD) != endsLater(bars, bar, asked.until())) {
      return OrderResult.TIME_IN_FORCE;
    }
    if (!bars.traded(asset, bar)) {
      return OrderResult.NOT_TRADING;
    }
    if (isBeyond(bar, asset, lots, type, stop, asked)) {
      return OrderResult.WOULD_TRIGGER;
    }
    long price = type.limited() ? limit : type.stopped() ? stop : account.mark(asset);
    result = possible(asset, lots, price, asked);
    if (result != OrderResult.ACCEPTED) {
      return result;
    }
    long last = last(asset, bar, lots);
    return asked.postOnly() && (lots > 0 ? last < limit : last > limit)
        ? OrderResult.WOULD_CROSS
        : OrderResult.ACCEPTED;
  }

  /** Whether a time is later than the next bar's close. */
  static boolean endsLater(Bars bars, int bar, long time) {
    return time != 0 && bar + 1 < bars.length() && bars.closeTime(bar + 1) <= time;
  }

  private OrderResult wellFormed(
      long lots, OrderType type, long limit, long stop, TimeInForce life, Conditions asked) {
    boolean trails = type == OrderType.TRAILING_STOP;
    boolean activated = trails && stop != 0;
    if (!isPrice(limit, type.limited()) || !isPrice(stop, type.stopped() || activated)) {
      return OrderResult.TICK;
    }
    if (trails != asked.callback() > 0) {
      return OrderResult.CALLBACK;
    }
    if (lots == 0 || lots == Long.MIN_VALUE || lots % rules.lotStep() != 0) {
      return OrderResult.LOT;
    }
    boolean immediate = life == TimeInForce.IOC || life == TimeInForce.FOK;
    boolean now = type == OrderType.MARKET || type == OrderType.LIMIT;
    if ((immediate && !now) || (asked.postOnly() && (immediate || type != OrderType.LIMIT))) {
      return OrderResult.TIME_IN_FORCE;
    }
    if (asked.parent() != 0 && orders.find(asked.parent()) < 0) {
      return OrderResult.UNKNOWN_ORDER;
    }
    return OrderResult.ACCEPTED;
  }

  /** Whether the market has passed a stop; where it will stand when a parent is filled is not known. */
  private boolean isBeyond(
      int bar, int asset, long lots, OrderType type, long stop, Conditions asked) {
    if (!type.stopped() || asked.parent() != 0) {
      return false;
    }
    long market = asked.trigger() == Trigger.MARK ? bars.mark(asset, bar) : last(asset, bar, lots);
    return lots > 0 != type.profits() ? stop < market : stop > market;
  }

  /** The last price of the side that an order pays. */
  private long last(int asset, int bar, long lots) {
    return (lots > 0 ? asks : bids).close(asset, bar);
  }

  private boolean isPrice(long price, boolean needed) {
    return needed ? price > 0 && price % rules.tickStep() == 0 : price == 0;
  }

  /** Whether there is something to trade, and the account could carry it now. */
  private OrderResult possible(int asset, long lots, long price, Conditions asked) {
    long held = account.lots(asset);
    boolean closes = lots == -held || asked.reduceOnly();
    if (asked.reduceOnly() && asked.parent() == 0 && (held == 0 || held > 0 == lots > 0)) {
      return OrderResult.NOTHING_TO_REDUCE;
    }
    if (!closes && Math.abs(account.notionalAt(asset, price, lots)) < rules.minimumNotional()) {
      return OrderResult.MINIMUM_NOTIONAL;
    }
    long wanted = Math.addExact(held, lots);
    if (asked.reduceOnly() || account.affords(asset, wanted, 0)) {
      return OrderResult.ACCEPTED;
    }
    return wanted < 0 && !account.mayShort(asset)
        ? OrderResult.SHORT_NOT_ALLOWED
        : OrderResult.BUYING_POWER;
  }
}
