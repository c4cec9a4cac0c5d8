package io.tradinggym.options.chain;

import io.tradinggym.api.util.Require;

/**
 * Open interest and volume as a law of standardised moneyness z = ln(K/F) / (sigma sqrt(T)) and time: interest =
 * peak e^(-z^2/4) / (1 + days/90), more on round strikes; a share of it trades every day, more in the last week.
 *
 * @param peak open interest at the money of a near expiry, contracts, &gt;= 0
 * @param turnover share of the interest that trades in a day, &gt;= 0
 */
public record Liquidity(double peak, double turnover) {
  /** A class among the most traded. */
  public static final Liquidity HEAVY = new Liquidity(20_000, 0.25);

  private static final double ROUND_STRIKE = 10;
  private static final double ROUND_BONUS = 2;
  private static final double LAST_WEEK = 7;

  /** Checks the values. */
  public Liquidity {
    Require.that(peak >= 0, "peak must be >= 0", peak);
    Require.that(turnover >= 0, "turnover must be >= 0", turnover);
  }

  /**
   * {@return the open interest, contracts, whole}
   *
   * @param strike per share, &gt; 0
   * @param z standardised moneyness, ln(K/F) / (sigma sqrt(T))
   * @param days to expiry, >= 0
   */
  public double openInterest(double strike, double z, double days) {
    double bonus = strike % ROUND_STRIKE == 0 ? ROUND_BONUS : 1;
    return Math.floor(peak * StrictMath.exp(-0.25 * z * z) / (1 + days / 90) * bonus);
  }

  /**
   * {@return the contracts traded in a day, whole}
   *
   * @param openInterest contracts, >= 0
   * @param days to expiry, >= 0
   */
  public double volume(double openInterest, double days) {
    return Math.floor(openInterest * turnover * (days <= LAST_WEEK ? 2 : 1));
  }
}
