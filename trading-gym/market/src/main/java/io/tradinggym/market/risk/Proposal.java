package io.tradinggym.market.risk;

/** What limits look at: an order on its way to the market, and how the account stands. Valid during a check only. */
public interface Proposal {
  /**
   * {@return whether the order does nothing but reduce a position: such orders are not held back by limits on size and
   * loss}
   */
  boolean reduces();

  /** {@return the net worth of the account, money units of its base currency} */
  long equity();

  /** {@return the absolute worth of the order, base currency} */
  long orderValue();

  /**
   * {@return the absolute worth of the position if this order and those that work on its side are filled, base
   * currency}
   */
  long positionValue();

  /** {@return the sum of absolute position values if they are filled, base currency} */
  long grossValue();

  /** {@return the sum of signed position values if they are filled, base currency} */
  long netValue();

  /** {@return the distance of the order's price from the asset's mark, as a part of the mark} */
  double priceDistance();

  /** {@return the orders that passed since the last bar} */
  int orders();

  /** {@return the deepest loss of the day so far, as a part of the equity it began with; 0 is none} */
  double dailyLoss();

  /** {@return the deepest fall from a peak since the gate was armed, as a part of the peak; 0 is none} */
  double drawdown();
}
