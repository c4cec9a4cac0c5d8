package io.tradinggym.trading;

import io.tradinggym.market.Money;

/** What stands behind the positions of an account, and how much has to; units of the account's currency. */
public interface MarginView {
  /** {@return what stands behind open positions, units of the account's currency} */
  double marginBalance();

  /** {@return the maintenance margin of all positions, units of the account's currency} */
  double maintenanceMargin();

  /**
   * {@return a view in which all equity of a desk stands behind all of its positions}
   *
   * @param desk the desk whose account it is
   */
  static MarginView of(TradingDesk desk) {
    return new MarginView() {
      @Override
      public double marginBalance() {
        return desk.equity();
      }

      @Override
      public double maintenanceMargin() {
        return Money.toDouble(desk.account().maintenanceMargin());
      }
    };
  }
}
