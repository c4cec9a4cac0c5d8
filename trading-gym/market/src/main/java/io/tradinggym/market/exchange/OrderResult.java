package io.tradinggym.market.exchange;

/** What became of a request to submit or cancel an order. Everything but ACCEPTED left the exchange as it was. */
public enum OrderResult {
  /** It was taken. */
  ACCEPTED,
  /**
   * The price is missing, not positive, or no multiple of the venue's tick; or one was given that the type has no use
   * for.
   */
  TICK,
  /** The quantity is 0, or no multiple of the venue's lot. */
  LOT,
  /** Worth less than the venue's minimum. */
  MINIMUM_NOTIONAL,
  /** The account could not hold the position, at its marks of now. */
  BUYING_POWER,
  /** The account may not sell the asset short. */
  SHORT_NOT_ALLOWED,
  /** The asset did not trade in the last bar: not listed, halted or delisted. */
  NOT_TRADING,
  /**
   * IOC and FOK are for market and limit orders, post-only for limit orders that rest; GTD needs a time after the next
   * bar.
   */
  TIME_IN_FORCE,
  /** To be filled at once, and not to be had within its limit. */
  LIMIT,
  /** Post-only, and it would take at the last price. */
  WOULD_CROSS,
  /**
   * The market is beyond its stop already: a stop to sell above the market or to buy below it, a take-profit to sell
   * below it or to buy above.
   */
  WOULD_TRIGGER,
  /** Reduce-only, and there is nothing that it would reduce. */
  NOTHING_TO_REDUCE,
  /** A trailing stop needs a callback, and only it has one. */
  CALLBACK,
  /** The risk gate refused; whoever asked it tells which limit. */
  RISK,
  /** Every slot for working orders is taken. */
  BOOK_FULL,
  /** An order of this id works already. */
  DUPLICATE_ID,
  /** No order of this id works, or none of the parent's. */
  UNKNOWN_ORDER
}
