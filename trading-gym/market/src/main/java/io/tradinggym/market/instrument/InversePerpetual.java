package io.tradinggym.market.instrument;

/**
 * A perpetual future that is margined and settled in the coin that it is on: a contract is always worth the same of the
 * quote currency, and {@code worth in coins = contracts x contractValue / price}, so that a long position's profit is
 * {@code contracts x contractValue x (1 / entry - 1 / exit)}. One lot is one contract.
 *
 * @param symbol such as {@code BTCUSD-PERP}
 * @param base what the price is of, and what profit is settled in
 * @param quote what the price is counted in
 * @param tickSize smallest step of the price, 1e-8 of the quote per coin, > 0; must divide 1e8
 * @param contractValue what a contract is always worth, 1e-8 of the quote, > 0: 100 x 1e8 for 100 dollars
 */
public record InversePerpetual(
    String symbol, Currency base, Currency quote, long tickSize, long contractValue)
    implements PerpetualContract {
  private static final long ONE = 100_000_000;

  /** Checks tick and value. */
  public InversePerpetual {
    Steps.check(symbol, tickSize, 1);
    if (ONE % tickSize != 0) {
      throw new IllegalArgumentException(
          symbol + ": tickSize must divide " + ONE + ", was " + tickSize);
    }
    if (contractValue <= 0) {
      throw new IllegalArgumentException(
          symbol + ": contractValue must be > 0 money units, was " + contractValue);
    }
  }

  @Override
  public Currency currency() {
    return base;
  }

  /** Money units of the coin that one lot is worth at a price of one tick: {@code worth = lots x this / ticks}. */
  @Override
  public long tickLotValue() {
    return Math.multiplyExact(contractValue, ONE / tickSize);
  }

  /** Worth of a position at a price in money units of the coin, rounded away from 0. */
  @Override
  public long notional(long ticks, long lots) {
    long worth = Math.ceilDiv(Math.multiplyExact(Math.abs(lots), tickLotValue()), ticks);
    return lots < 0 ? -worth : worth;
  }
}
