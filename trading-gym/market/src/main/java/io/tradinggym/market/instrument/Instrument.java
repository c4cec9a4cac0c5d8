package io.tradinggym.market.instrument;

import io.tradinggym.market.Money;

/**
 * Something that is traded. Prices are whole ticks, quantities whole lots; {@code notional = ticks x lots x
 * tickLotValue}, exactly; of an {@link InversePerpetual}, {@code lots x tickLotValue / ticks}.
 */
public sealed interface Instrument permits Equity, SpotPair, OptionContract, PerpetualContract {
  /** Unique name, such as {@code SPY} or {@code BTC-PERP}. */
  String symbol();

  /** What profit and loss are settled in. */
  Currency currency();

  /** Smallest step of the price, in {@link Money} units per one of the underlying (1e-8 of the currency). */
  long tickSize();

  /** Money units that one tick on one lot is worth, > 0: the only number that bookkeeping needs. */
  long tickLotValue();

  /** A price as the nearest number of ticks. */
  default long toTicks(double price) {
    double ticks = price * Money.UNITS / tickSize();
    if (!(Math.abs(ticks) < 0x1p62)) {
      throw new ArithmeticException("price of " + symbol() + " out of range: " + price);
    }
    return Math.round(ticks);
  }

  /** Ticks as a price, to the nearest double. */
  default double toPrice(long ticks) {
    return (double) ticks * tickSize() / Money.UNITS;
  }

  /** Worth of a position at a price, in money units; negative for a short one. */
  default long notional(long ticks, long lots) {
    return Math.multiplyExact(Math.multiplyExact(ticks, lots), tickLotValue());
  }
}
