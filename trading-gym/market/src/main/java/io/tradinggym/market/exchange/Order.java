package io.tradinggym.market.exchange;

/**
 * An order to buy or sell.
 *
 * @param id chosen by whoever submits it, > 0, unique among the orders that work
 * @param asset index of the asset, from 0
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
  /**
   * An order without conditions.
   *
   * @param id &gt; 0, unique among the orders that work
   * @param asset index of the asset, from 0
   * @param lots to buy; below 0 = to sell; not 0
   * @param type at which prices it may fill
   * @param limit in ticks; 0 for a type without one
   * @param stop in ticks; 0 for a type without one
   * @param timeInForce how long it works
   * @param group orders of one group share their size: what one of them fills, the others lose; 0 = none
   */
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

  /**
   * {@return an order at any price, good for the day}
   *
   * @param id &gt; 0, unique among the orders that work
   * @param asset index of the asset, from 0
   * @param lots to buy; below 0 = to sell; not 0
   */
  public static Order market(long id, int asset, long lots) {
    return new Order(id, asset, lots, OrderType.MARKET, 0, 0, TimeInForce.DAY, 0);
  }

  /**
   * {@return an order at the limit or better, good for the day}
   *
   * @param id &gt; 0, unique among the orders that work
   * @param asset index of the asset, from 0
   * @param lots to buy; below 0 = to sell; not 0
   * @param limit in ticks, &gt; 0
   */
  public static Order limit(long id, int asset, long lots, long limit) {
    return new Order(id, asset, lots, OrderType.LIMIT, limit, 0, TimeInForce.DAY, 0);
  }

  /**
   * {@return an order that becomes one at the market when the price reaches the stop, good until cancelled}
   *
   * @param id &gt; 0, unique among the orders that work
   * @param asset index of the asset, from 0
   * @param lots to buy; below 0 = to sell; not 0
   * @param stop in ticks, &gt; 0
   */
  public static Order stop(long id, int asset, long lots, long stop) {
    return new Order(id, asset, lots, OrderType.STOP, 0, stop, TimeInForce.GTC, 0);
  }

  /**
   * {@return an order that becomes a limit order when the price reaches the stop, good until cancelled}
   *
   * @param id &gt; 0, unique among the orders that work
   * @param asset index of the asset, from 0
   * @param lots to buy; below 0 = to sell; not 0
   * @param stop in ticks, &gt; 0
   * @param limit in ticks, &gt; 0
   */
  public static Order stopLimit(long id, int asset, long lots, long stop, long limit) {
    return new Order(id, asset, lots, OrderType.STOP_LIMIT, limit, stop, TimeInForce.GTC, 0);
  }

  /**
   * {@return an order that becomes one at the market when the price has come to the trigger, for a profit; good until
   * cancelled}
   *
   * @param id &gt; 0, unique among the orders that work
   * @param asset index of the asset, from 0
   * @param lots to buy; below 0 = to sell; not 0
   * @param trigger in ticks, &gt; 0
   */
  public static Order takeProfit(long id, int asset, long lots, long trigger) {
    return new Order(id, asset, lots, OrderType.TAKE_PROFIT, 0, trigger, TimeInForce.GTC, 0);
  }

  /**
   * {@return an order that becomes a limit order when the price has come to the trigger, for a profit; good until
   * cancelled}
   *
   * @param id &gt; 0, unique among the orders that work
   * @param asset index of the asset, from 0
   * @param lots to buy; below 0 = to sell; not 0
   * @param trigger in ticks, &gt; 0
   * @param limit in ticks, &gt; 0
   */
  public static Order takeProfitLimit(long id, int asset, long lots, long trigger, long limit) {
    return new Order(
        id, asset, lots, OrderType.TAKE_PROFIT_LIMIT, limit, trigger, TimeInForce.GTC, 0);
  }

  /**
   * {@return an order that becomes one at the market when the price has come back from its best; good until cancelled}
   *
   * @param id &gt; 0, unique among the orders that work
   * @param asset index of the asset, from 0
   * @param lots to buy; below 0 = to sell; not 0
   * @param activation price in ticks from which on the best is watched; 0 for at once
   * @param callback distance to the best price, basis points, 10 to 1,000
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

  /**
   * {@return the same under these conditions instead of its own}
   *
   * @param changed all conditions of the new order
   */
  public Order with(Conditions changed) {
    return new Order(id, asset, lots, type, limit, stop, timeInForce, group, changed);
  }

  /** {@return the same, its stop looking at the mark} */
  public Order byMark() {
    Conditions c = conditions;
    return with(
        new Conditions(
            Trigger.MARK, c.postOnly(), c.reduceOnly(), c.until(), c.callback(), c.parent()));
  }

  /** {@return the same, refused rather than taking} */
  public Order postOnly() {
    Conditions c = conditions;
    return with(
        new Conditions(c.trigger(), true, c.reduceOnly(), c.until(), c.callback(), c.parent()));
  }

  /** {@return the same, never opening or turning a position} */
  public Order reduceOnly() {
    Conditions c = conditions;
    return with(
        new Conditions(c.trigger(), c.postOnly(), true, c.until(), c.callback(), c.parent()));
  }

  /**
   * {@return the same, good until a time}
   *
   * @param time by which the bars it works on have closed, UTC epoch milliseconds
   */
  public Order until(long time) {
    Conditions c = conditions;
    return with(TimeInForce.GTD)
        .with(
            new Conditions(
                c.trigger(), c.postOnly(), c.reduceOnly(), time, c.callback(), c.parent()));
  }

  /**
   * {@return the same, working once another order has been filled: the protection of a bracket}
   *
   * @param parent id of the order that must be filled first
   */
  public Order after(long parent) {
    Conditions c = conditions;
    return with(
        new Conditions(c.trigger(), c.postOnly(), c.reduceOnly(), c.until(), c.callback(), parent));
  }

  /**
   * {@return the same with another life}
   *
   * @param life how long it works
   */
  public Order with(TimeInForce life) {
    return new Order(id, asset, lots, type, limit, stop, life, group, conditions);
  }

  /**
   * {@return the same in a group}
   *
   * @param newGroup orders of one group share their size: what one of them fills, the others lose; 0 = none
   */
  public Order in(long newGroup) {
    return new Order(id, asset, lots, type, limit, stop, timeInForce, newGroup, conditions);
  }
}
