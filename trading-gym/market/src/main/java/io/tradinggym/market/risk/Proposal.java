package io.tradinggym.market.risk;

/** What limits look at: an order on its way to the market, and how the account stands. Valid during a check only. */
public interface Proposal {
  /** Whether the order does nothing but reduce a position: such orders are not held back by limits on size and loss. */
  boolean reduces();

  /** Net worth of the account, money units of its base currency. */
  long equity();

  /** Absolute worth of the order, base currency. */
  long orderValue();

  /** Absolute worth of the position if this order and those that work on its side are filled, base currency. */
  long positionValue();

  /** Sum of absolute position values if they are filled, base currency. */
  long grossValue();

  /** Sum of signed position values if they are filled, base currency. */
  long netValue();

  /** Distance of the order's price from the asset's mark, as a part of the mark. */
  double priceDistance();

  /** Orders that passed since the last bar. */
  int orders();

  /** Deepest loss of the day so far, as a part of the equity it began with; 0 is none. */
  double dailyLoss();

  /** Deepest fall from a peak since the gate was armed, as a part of the peak; 0 is none. */
  double drawdown();
}
