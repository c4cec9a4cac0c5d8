package io.tradinggym.market.exchange;

/** At which prices an order may fill; the rule on bars is in {@link BarExchange}. */
public enum OrderType {
  /** At any price. */
  MARKET(false, false, false),
  /** At its limit or better. */
  LIMIT(true, false, false),
  /** A market order once the price has reached the stop. */
  STOP(false, true, false),
  /** A limit order once the price has reached the stop. */
  STOP_LIMIT(true, true, false),
  /**
   * A market order once the price has come to the stop from the other side: above a long position, below a short one.
   */
  TAKE_PROFIT(false, true, true),
  /** A limit order once the price has come to the stop from the other side. */
  TAKE_PROFIT_LIMIT(true, true, true),
  /**
   * A market order once the price has come back from its best by the {@link Conditions#callback}. It looks at prices
   * from the time when they have reached its stop, here the activation, from the other side; without one at once.
   */
  TRAILING_STOP(false, false, false);

  private final boolean limited;
  private final boolean stopped;
  private final boolean profits;

  OrderType(boolean limited, boolean stopped, boolean profits) {
    this.limited = limited;
    this.stopped = stopped;
    this.profits = profits;
  }

  /** Whether it has a limit. */
  boolean limited() {
    return limited;
  }

  /** Whether it needs a stop. */
  boolean stopped() {
    return stopped;
  }

  /** Whether its stop is reached by a price that is good for it. */
  boolean profits() {
    return profits;
  }
}
