package io.tradinggym.market.instrument;

import io.tradinggym.market.Money;

/**
 * A share or fund. Its tick depends on the data: printed prices move in cents, but history that is adjusted for splits
 * and dividends needs finer steps (a share at 0.15 adjusted would move in steps of 7 %).
 *
 * @param symbol ticker
 * @param currency of the price
 * @param tickSize smallest step of the price, money units (1e-8 of the currency) a share, > 0
 * @param lotsPerShare > 0: 1 for whole shares, 1000 for fractions of a thousandth; must divide the tick size
 */
public record Equity(String symbol, Currency currency, long tickSize, long lotsPerShare)
    implements Instrument {
  /**
   * {@return a share in dollars with ticks of one cent, in whole shares: prices as printed}
   *
   * @param symbol ticker
   */
  public static Equity printed(String symbol) {
    return new Equity(symbol, Currency.USD, Money.UNITS / 100, 1);
  }

  /**
   * {@return a share in dollars with ticks of 1e-6 dollars, in whole shares: adjusted prices}
   *
   * @param symbol ticker
   */
  public static Equity adjusted(String symbol) {
    return new Equity(symbol, Currency.USD, Money.UNITS / 1_000_000, 1);
  }

  /** Checks tick and lot. */
  public Equity {
    Steps.check(symbol, tickSize, lotsPerShare);
  }

  @Override
  public long tickLotValue() {
    return tickSize / lotsPerShare;
  }
}
