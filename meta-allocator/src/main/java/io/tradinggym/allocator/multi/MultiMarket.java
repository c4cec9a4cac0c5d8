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

  /** {@return the interest on cash, a year} */
  double rate();

  /** {@return a tape for one lane} */
  MultiTape tape();

  /** {@return all shares} */
  default int shares() {
    return instruments().size() - 1;
  }
}
