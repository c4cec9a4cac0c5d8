package io.tradinggym.market.exchange;

import io.tradinggym.market.account.Account;

/** What is asked of an order before it is taken. */
final class Acceptance {
  private Acceptance() {}

  /** Whether it is well formed. */
  static OrderResult check(
      VenueRules rules,
      WorkingOrders orders,
      long lots,
      OrderType type,
      long limit,
      long stop,
      TimeInForce life,
      Conditions asked) {
    boolean trails = type == OrderType.TRAILING_STOP;
    boolean activated = trails && stop != 0;
    if (!isPrice(rules, limit, type.limited())
        || !isPrice(rules, stop, type.stopped() || activated)) {
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

  private static boolean isPrice(VenueRules rules, long price, boolean needed) {
    return needed ? price > 0 && price % rules.tickStep() == 0 : price == 0;
  }

  /** Whether the market and the account could take it now. */
  static OrderResult check(
      VenueRules rules,
      Account account,
      boolean traded,
      int asset,
      long lots,
      long price,
      Conditions asked) {
    if (!traded) {
      return OrderResult.NOT_TRADING;
    }
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
