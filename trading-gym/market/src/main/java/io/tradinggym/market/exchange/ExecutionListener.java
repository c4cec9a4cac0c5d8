package io.tradinggym.market.exchange;

/** Told of every fill and of the end of every order, in the order in which they happen; for journals and traces. */
@FunctionalInterface
public interface ExecutionListener {
  /**
   * A fill, booked already; the view is valid during the call only.
   *
   * @param fill a view that the exchange reuses
   */
  void filled(Fill fill);

  /**
   * An order that was submitted no longer works.
   *
   * @param order id of the order
   * @param reason why
   * @param remaining lots that stay unfilled, negative of a sale; of an order of several legs, combinations
   */
  default void ended(long order, OrderEnd reason, long remaining) {}
}
