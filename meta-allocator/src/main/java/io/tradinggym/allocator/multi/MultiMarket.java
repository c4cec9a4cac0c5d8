package io.tradinggym.allocator.multi;

import io.tradinggym.market.instrument.Instrument;
import java.util.List;

/**
 * Shares, of which the first have listed options, and a perpetual: simulated ({@link CorrelatedMarket}) or replayed
 * ({@link MultiHistory}). Immutable, shared by lanes, each of which has a {@link MultiTape} of its own.
 */
public interface MultiMarket {
  /**
   * {@return the shares, those with options first, in cents; then the perpetual} All in one currency.
   */
  List<Instrument> instruments();

  /** {@return how many of the shares have options, >= 1} */
  int optionable();

  /** {@return the interest on cash, a year, in [0, 1]} */
  double rate();

  /** {@return a tape for one lane, to be started} */
  MultiTape tape();

  /** {@return how many shares there are, those without options included} */
  default int shares() {
    return instruments().size() - 1;
  }
}
