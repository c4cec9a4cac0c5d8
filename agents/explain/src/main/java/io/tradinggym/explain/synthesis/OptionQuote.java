package io.tradinggym.explain.synthesis;

import io.tradinggym.market.instrument.OptionContract.Right;
import java.time.LocalDate;

/**
 * A contract of the chain that a synthesis was given.
 *
 * @param right call or put
 * @param strike in the security's currency, &gt; 0
 * @param expiry day of its expiry
 * @param bid best bid for one share, &gt;= 0
 * @param ask best offer for one share, &gt;= bid
 * @param delta of one share
 */
public record OptionQuote(
    Right right, double strike, LocalDate expiry, double bid, double ask, double delta) {
  /** Checks the numbers. */
  public OptionQuote {
    if (!(strike > 0 && bid >= 0 && ask >= bid)) {
      throw new IllegalArgumentException(
          "an option needs strike > 0 and 0 <= bid <= ask, was "
              + strike
              + ", "
              + bid
              + ", "
              + ask);
    }
  }
}
