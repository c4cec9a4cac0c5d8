package io.tradinggym.market.exchange;

/** How long an order works. The first bar it can fill on is the one after its submission. */
public enum TimeInForce {
  /** To the end of the day (UTC date) of that bar: on daily bars, for that bar alone. */
  DAY,
  /** Until it is filled or cancelled. */
  GTC,
  /** On the bars that have closed by the time of its {@link Conditions#until}. */
  GTD,
  /** At that bar's open; what is not filled there is cancelled. Market and limit orders only. */
  IOC,
  /** At that bar's open, all of it or nothing. Market and limit orders only. */
  FOK
}
