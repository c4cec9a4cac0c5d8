package io.tradinggym.market.instrument;

/**
 * A linear perpetual future: profit is {@code (exit - entry) x quantity} in the quote currency.
 *
 * @param symbol such as {@code BTCUSDT-PERP}
 * @param base what the price is of
 * @param currency of margin and profit
 * @param tickSize smallest step of the price, money units per one of the base, > 0
 * @param lotsPerBase lots in one of the base, > 0, such as 1000 for 0.001 BTC; must divide the tick size
 */
public record Perpetual(
    String symbol, Currency base, Currency currency, long tickSize, long lotsPerBase)
    implements PerpetualContract {
  /** Checks tick and lot. */
  public Perpetual {
    Steps.check(symbol, tickSize, lotsPerBase);
  }

  @Override
  public long tickLotValue() {
    return tickSize / lotsPerBase;
  }
}
