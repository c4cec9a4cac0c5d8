package io.tradinggym.crypto.venue;

import io.tradinggym.market.cost.Percent;

/**
 * Fees of a class of customers.
 *
 * @param name such as VIP0
 * @param maker millionths of the notional, for orders that rested
 * @param taker millionths of the notional
 */
public record FeeTier(String name, long maker, long taker) {
  /** {@return the fees as commission} */
  public Percent commission() {
    return new Percent(maker, taker);
  }
}
