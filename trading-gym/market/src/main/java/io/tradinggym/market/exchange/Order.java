package io.tradinggym.market.exchange;

/**
 * An order to buy or sell.
 *
 * @param id chosen by whoever submits it, > 0, unique among the orders that work
 * @param asset index of the instrument
 * @param lots to buy, or, negative, to sell; not 0
 * @param type at which prices it may fill
 * @param limit ticks, > 0 for LIMIT, STOP_LIMIT and TAKE_PROFIT_LIMIT, else 0
 * @param stop ticks, > 0 for stops and take-profits; for TRAILING_STOP the activation, 0 for at once; else 0
 * @param timeInForce how long it works
 * @param group orders of one group share their size: what one of them fills, the others lose (one cancels the other); 0
 *     is none
 * @param conditions what else it asks for
 */
public record Order(
    long id,
    int asset,
    long lots,
    OrderType type,
    long limit,
    long stop,
    TimeInForce timeInForce,
    long group,
    Conditions conditions) {
  /** An order without conditions. */
  public Order(
      long id,
      int asset,
      long lots,
      OrderType type,
      long limit,
      long stop,
      TimeInForce timeInForce,
      long group) {
    this(id, asset, lots, type, limit, stop, timeInForce, group, Conditions.NONE);
  }

  /** Good for the day at any price. */
  public static Order market(long id, int asset, long lots) {
    return new Order(id, asset, lots, OrderType.MARKET, 0, 0, TimeInForce.DAY, 0);
  }

  /** Good for the day at the limit or better. */
  public static Order limit(long id, int asset, long lots, long limit) {
    return new Order(id, asset, lots, OrderType.LIMIT, limit, 0, TimeInForce.DAY, 0);
  }

  /** Good until cancelled: becomes a market order when the price reaches the stop. */
  public static Order stop(long id, int asset, long lots, long stop) {
    return new Order(id, asset, lots, OrderType.STOP, 0, stop, TimeInForce.GTC, 0);
  }

  /** Good until cancelled: becomes a limit order when the price reaches the stop. */
  public static Order stopLimit(long id, int asset, long lots, long stop, long limit) {
    return new Order(id, asset, lots, OrderType.STOP_LIMIT, limit, stop, TimeInForce.GTC, 0);
  }

  /** Good until cancelled: becomes a market order when the price has come to the trigger, for a profit. */
  public static Order takeProfit(long id, int asset, long lots, long trigger) {
    return new Order(id, asset, lots, OrderType.TAKE_PROFIT, 0, trigger, TimeInForce.GTC, 0);
  }

  /** Good until cancelled: becomes a limit order when the price has come to the trigger, for a profit. */
  public static Order takeProfitLimit(long id, int asset, long lots, long trigger, long limit) {
    return new Order(
        id, asset, lots, OrderType.TAKE_PROFIT_LIMIT, limit, trigger, TimeInForce.GTC, 0);
  }

  /**
   * Good until cancelled: becomes a market order when the price has come back from its best.
   *
   * @param activation ticks, 0 for at once
   * @param callback basis points, 10 to 1,000
   */
  public static Order trailingStop(long id, int asset, long lots, long activation, int callback) {
    return new Order(
        id,
        asset,
        lots,
        OrderType.TRAILING_STOP,
        0,
        activation,
        TimeInForce.GTC,
        0,
        new Conditions(Trigger.LAST, false, false, 0, callback, 0));
  }

  /** The same under conditions. */
  public Order with(Conditions changed) {
    return new Order(id, asset, lots, type, limit, stop, timeInForce, group, changed);
  }

  /** The same, its stop looking at the mark. */
  public Order byMark() {
    Conditions c = conditions;
    return with(
        new Conditions(
            Trigger.MARK, c.postOnly(), c.reduceOnly(), c.until(), c.callback(), c.parent()));
  }

  /** The same, refused rather than taking. */
  public Order postOnly() {
    Conditions c = conditions;
    return with(
        new Conditions(c.trigger(), true, c.reduceOnly(), c.until(), c.callback(), c.parent()));
  }

  /** The same, never opening or turning a position. */
  public Order reduceOnly() {
    Conditions c = conditions;
    return with(
        new Conditions(c.trigger(), c.postOnly(), true, c.until(), c.callback(), c.parent()));
  }

  /** The same, working until a time, epoch milliseconds. */
  public Order until(long time) {
    Conditions c = conditions;
    return with(TimeInForce.GTD)
        .with(
            new Conditions(
                c.trigger(), c.postOnly(), c.reduceOnly(), time, c.callback(), c.parent()));
  }

  /** The same, working once another order has been filled: the protection of a bracket. */
  public Order after(long parent) {
    Conditions c = conditions;
    return with(
        new Conditions(c.trigger(), c.postOnly(), c.reduceOnly(), c.until(), c.callback(), parent));
  }

  /** The same with another life. */
  public Order with(TimeInForce life) {
    return new Order(id, asset, lots, type, limit, stop, life, group, conditions);
  }

  /** The same in a group. */
  public Order in(long newGroup) {
    return new Order(id, asset, lots, type, limit, stop, timeInForce, newGroup, conditions);
  }
}
