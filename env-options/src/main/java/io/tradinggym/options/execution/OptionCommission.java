package io.tradinggym.options.execution;

import io.tradinggym.market.Money;

/**
 * A broker's commission on options, money units.
 *
 * @param dear per contract at a premium of 10 cents and more, >= 0
 * @param cheap per contract at 5 cents and more, >= 0
 * @param cheapest per contract below 5 cents, >= 0
 * @param least per order, >= 0
 */
public record OptionCommission(long dear, long cheap, long cheapest, long least) {
  /** None. */
  public static final OptionCommission NONE = new OptionCommission(0, 0, 0, 0);

  /** Interactive Brokers' for few contracts: 65, 50 and 25 cents, at least a dollar; no exchange fees. */
  public static final OptionCommission INTERACTIVE_BROKERS =
      new OptionCommission(65 * Money.UNITS / 100, Money.UNITS / 2, Money.UNITS / 4, Money.UNITS);

  private static final long CENT = Money.UNITS / 100;

  /** Checks the rates. */
  public OptionCommission {
    if (dear < 0 || cheap < 0 || cheapest < 0 || least < 0) {
      throw new IllegalArgumentException(
          "commissions must be >= 0, were " + dear + ", " + cheap + ", " + cheapest + ", " + least);
    }
  }

  /**
   * {@return the commission of so many contracts, money units, before the least of an order}
   *
   * @param contracts number of contracts; of either sign
   * @param premium per unit of the underlying, money units
   */
  public long charge(long contracts, long premium) {
    long each = premium >= 10 * CENT ? dear : premium >= 5 * CENT ? cheap : cheapest;
    return Math.multiplyExact(each, Math.abs(contracts));
  }
}
