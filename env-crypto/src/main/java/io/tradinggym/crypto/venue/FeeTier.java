package io.tradinggym.crypto.venue;

import io.tradinggym.market.cost.Percent;

/**
 * Fees of a class of customers.
 *
 * @param name such as VIP0
 * @param maker fee of orders that rested, millionths of the notional; negative for a rebate
 * @param taker fee of all other orders, millionths of the notional
 */
public record FeeTier(String name, long maker, long taker) {
  /** {@return the fees as commission} */
  public Percent commission() {
    return new Percent(maker, taker);
  }
}
