package io.tradinggym.market.risk;

/** Which limit an order would break. */
public enum Refusal {
  /** None: it may pass. */
  NONE,
  /** The order is too large. */
  ORDER_SIZE,
  /** The position would be too large. */
  POSITION,
  /** Gross exposure would be too large. */
  GROSS,
  /** Net exposure would be too large. */
  NET,
  /** The price is too far from the last one. */
  PRICE_BAND,
  /** Too many orders since the last bar. */
  ORDER_RATE,
  /** Too much was lost today; holds to the end of the day. */
  DAILY_LOSS,
  /** Too much was lost since the peak; holds until {@link RiskGate#rearm}. */
  DRAWDOWN
}
