package io.tradinggym.market.exchange;

/**
 * An order to buy or sell.
 *
 * @param id chosen by whoever submits it, > 0, unique among the orders that work
 * @param asset index of the instrument
 * @param lots to buy, or, negative, to sell; not 0
 * @param type at which prices it may fill
 * @param limit ticks, > 0 for LIMIT and STOP_LIMIT, else 0
 * @param stop ticks, > 0 for STOP and STOP_LIMIT, else 0
 * @param timeInForce how long it works
 * @param group orders of one group share their size: what one of them fills, the others lose (one cancels the other); 0 is
 *     none
 */
public record Order(
    long id,
    int asset,
    long lots,
    OrderType type,
    long limit,
    long stop,
    TimeInForce timeInForce,
    long group) {

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

  /** The same with another life. */
  public Order with(TimeInForce life) {
    return new Order(id, asset, lots, type, limit, stop, life, group);
  }

  /** The same in a group. */
  public Order in(long newGroup) {
    return new Order(id, asset, lots, type, limit, stop, timeInForce, newGroup);
  }
}
