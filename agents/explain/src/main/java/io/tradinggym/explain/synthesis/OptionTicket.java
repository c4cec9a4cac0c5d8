package io.tradinggym.explain.synthesis;

import io.tradinggym.market.instrument.OptionContract.Right;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An option to buy, or a debit spread: the bought strike and, of a spread, the sold one of the same expiry. What it
 * costs is the most that it can lose.
 *
 * @param right call or put
 * @param strike that is bought
 * @param soldStrike that is sold, of a spread; null without one
 * @param expiry day of expiry
 * @param debit paid for one share, &gt; 0
 * @param contracts number of contracts of 100 shares, &gt;= 1
 */
public record OptionTicket(
    Right right,
    double strike,
    @Nullable Double soldStrike,
    LocalDate expiry,
    double debit,
    int contracts) {
  /** Shares of a contract. */
  public static final int SHARES = 100;

  /** {@return what it costs and can lose at most, in the security's currency} */
  public double maxLoss() {
    return debit * SHARES * contracts;
  }
}
