package io.tradinggym.market.exchange;

/** At which prices an order may fill; the rule on bars is in {@link BarExchange}. */
public enum OrderType {
  /** At any price. */
  MARKET,
  /** At its limit or better. */
  LIMIT,
  /** A market order once the price has reached the stop. */
  STOP,
  /** A limit order once the price has reached the stop. */
  STOP_LIMIT
}
