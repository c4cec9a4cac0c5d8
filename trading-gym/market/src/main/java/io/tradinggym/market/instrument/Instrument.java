package io.tradinggym.market.instrument;

import io.tradinggym.market.Money;

/**
 * Something that is traded. Prices are whole ticks, quantities whole lots; {@code notional = ticks x lots x
 * tickLotValue}, exactly; of an {@link InversePerpetual}, {@code lots x tickLotValue / ticks}.
 */
public sealed interface Instrument permits Equity, SpotPair, OptionContract, PerpetualContract {
  /** {@return the unique name, such as {@code SPY} or {@code BTC-PERP}} */
  String symbol();

  /** {@return what profit and loss are settled in} */
  Currency currency();

  /**
   * {@return the smallest step of the price, in {@link Money} units per one of the underlying (1e-8 of the currency)}
   */
  long tickSize();

  /** {@return the money units that one tick on one lot is worth, > 0: the only number that bookkeeping needs} */
  long tickLotValue();

  /**
   * {@return a price as the nearest number of ticks}
   *
   * @param price in its currency, per one of the underlying
   * @throws ArithmeticException if it is NaN or beyond 2^62 ticks
   */
  default long toTicks(double price) {
    double ticks = price * Money.UNITS / tickSize();
    if (!(Math.abs(ticks) < 0x1p62)) {
      throw new ArithmeticException("price of " + symbol() + " out of range: " + price);
    }
    return Math.round(ticks);
  }

  /**
   * {@return ticks as a price in its currency, to the nearest double}
   *
   * @param ticks price in ticks
   */
  default double toPrice(long ticks) {
    return (double) ticks * tickSize() / Money.UNITS;
  }

  /**
   * {@return the worth of a position at a price, in money units; negative for a short one}
   *
   * @param ticks price in ticks; > 0 for an {@link InversePerpetual}
   * @param lots of the position; below 0 = short
   * @throws ArithmeticException if the worth is beyond a long
   */
  default long notional(long ticks, long lots) {
    return Math.multiplyExact(Math.multiplyExact(ticks, lots), tickLotValue());
  }
}
