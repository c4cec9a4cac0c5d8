package io.tradinggym.market.exchange;

/** Which price a stop, a take-profit or a trailing stop looks at. */
public enum Trigger {
  /** Prices that were traded. */
  LAST,
  /** The mark; it stands at the open's price when a bar begins, or at its end nearest to it. */
  MARK
}
