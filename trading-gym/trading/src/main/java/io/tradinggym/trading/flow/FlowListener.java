package io.tradinggym.trading.flow;

import io.tradinggym.market.exchange.Fill;
import io.tradinggym.market.exchange.OrderEnd;
import io.tradinggym.market.exchange.OrderResult;

/** Told of what goes through an {@link OrderFlow}, as it happens; for traces. */
public interface FlowListener {
  /** Nobody listens. */
  FlowListener NONE = (sleeve, fill) -> {};

  /**
   * A fill of a sleeve, booked already; valid during the call only. What sleeves traded with each other is told once
   * for each of them.
   *
   * @param sleeve index of the sleeve, from 0; 0 without sub-books
   * @param fill lots, price and costs of the sleeve's part
   */
  void filled(int sleeve, Fill fill);

  /**
   * Something was asked of the exchange.
   *
   * @param action what was asked: to submit, replace, cancel, or a target
   * @param sleeve index of the sleeve that asked, from 0; -1 for the netted order of several
   * @param order its id; 0 for a target
   * @param asset index of the asset, from 0; -1 where an order is cancelled
   * @param lots wanted, negative for a sale; of a target the position
   * @param limit ticks; 0 without one
   * @param stop ticks; 0 without one
   * @param result accepted, or why not
   */
  default void ordered(
      OrderAction action,
      int sleeve,
      long order,
      int asset,
      long lots,
      long limit,
      long stop,
      OrderResult result) {}

  /**
   * An order of a sleeve no longer works; so many of its lots stay unfilled.
   *
   * @param sleeve index of the sleeve, from 0
   * @param order its id
   * @param reason why it ended
   * @param remaining lots that were not filled, negative for a sale
   */
  default void ended(int sleeve, long order, OrderEnd reason, long remaining) {}

  /**
   * Contracts that sleeves hold against each other were settled between them in cash; what all of them receive adds up
   * to what the account realised otherwise than they did.
   *
   * @param sleeve index of the sleeve, from 0
   * @param asset index of the asset, from 0
   * @param amount received, or, negative, paid; money units of the asset's currency
   */
  default void settled(int sleeve, int asset, long amount) {}
}
