package io.tradinggym.market.instrument;

/**
 * A currency pair or crypto spot pair, such as BTC/USDT.
 *
 * @param symbol such as {@code BTC/USDT}
 * @param base what is bought
 * @param currency what it is paid in (the quote)
 * @param tickSize smallest step of the price, money units per one of the base, > 0
 * @param lotsPerBase lots in one of the base, > 0, such as 100000 for 0.00001 BTC; must divide the tick size
 */
public record SpotPair(
    String symbol, Currency base, Currency currency, long tickSize, long lotsPerBase)
    implements Instrument {
  /** Checks tick and lot. */
  public SpotPair {
    Steps.check(symbol, tickSize, lotsPerBase);
  }

  @Override
  public long tickLotValue() {
    return tickSize / lotsPerBase;
  }
}
