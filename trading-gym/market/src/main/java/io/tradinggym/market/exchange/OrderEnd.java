package io.tradinggym.market.exchange;

/** Why an order no longer works. */
public enum OrderEnd {
  /** All of it is filled. */
  FILLED,
  /** It was cancelled on request. */
  CANCELLED,
  /** Its time is over; for FOK and IOC, what the open did not fill. */
  EXPIRED,
  /** Another order of its group was filled. */
  GROUP,
  /** The account could not afford (all of) it when its price came. */
  BUYING_POWER,
  /** A post-only order met an open at which it would have taken. */
  WOULD_CROSS,
  /** A reduce-only order, and nothing is left to reduce. */
  NOTHING_TO_REDUCE,
  /** The order that it waited for ended without a fill. */
  PARENT,
  /** The account was liquidated. */
  LIQUIDATION
}
