package io.tradinggym.market.exchange;

/** Told of every fill and of the end of every order, for journals and traces. */
@FunctionalInterface
public interface FillListener {
  /** Nobody listens. */
  FillListener NONE = (order, asset, lots, ticks, costs) -> {};

  /**
   * A fill.
   *
   * @param order id of the order; {@link BarExchange#TARGET} for a target, {@link
   *     BarExchange#LIQUIDATION}, {@link BarExchange#DELISTING}
   * @param asset index of the instrument
   * @param lots negative for a sale
   * @param ticks price
   * @param costs fees and slippage beyond the price, money units
   */
  void filled(long order, int asset, long lots, long ticks, long costs);

  /** An order that was submitted no longer works; so many of its lots remained unfilled. */
  default void ended(long order, OrderEnd reason, long remaining) {}
}
