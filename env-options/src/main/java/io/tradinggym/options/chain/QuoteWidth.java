package io.tradinggym.options.chain;

import io.tradinggym.api.util.Require;

/**
 * How wide market makers quote: width = max(tick, vega dvol, share of the price), within what the exchange allows.
 *
 * <p>dvol(delta, days) = points/100 (1 + 4 curve (1/2 - |delta|)^2) sqrt(30 / max(days, 1)) stress: in volatility they
 * are as sure of all expiries as the square root of time lets them, and less sure of the wings.
 *
 * <p>The widest quote by the classic rule: 0.25 for a bid below 2, 0.40 below 5, 0.50 below 10, 0.80 below 20, else 1;
 * twice that from nine months on.
 *
 * @param points width at the money at 30 days, in volatility points, >= 0: 0.3 to 1 for the most liquid names, 1 to 4
 *     for others
 * @param curve how much wider in the wings, &gt;= 0
 * @param share part of the price that a quote is at least wide, a fraction, >= 0
 * @param stress multiplies the width, &gt; 0; 1 in calm markets
 */
public record QuoteWidth(double points, double curve, double share, double stress) {
  /** The most liquid names, in calm markets. */
  public static final QuoteWidth LIQUID = new QuoteWidth(0.5, 1, 0.005, 1);

  /** A single stock, in calm markets. */
  public static final QuoteWidth SINGLE_STOCK = new QuoteWidth(2, 1.5, 0.02, 1);

  /** A quote of at most so many cents is allowed whatever the bid. */
  static final int ALWAYS_ALLOWED = 25;

  private static final double LONG_DATED_DAYS = 274;
  private static final int LAST_TIER = 2000;

  /** By whole dollars of the bid. */
  private static final int[] LIMITS = {
    25, 25, 40, 40, 40, 50, 50, 50, 50, 50, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 100
  };

  /** Checks the values. */
  public QuoteWidth {
    Require.that(points >= 0, "points must be >= 0", points);
    Require.that(curve >= 0, "curve must be >= 0", curve);
    Require.that(share >= 0, "share must be >= 0", share);
    Require.that(stress > 0, "stress must be > 0", stress);
  }

  /**
   * {@return the same law under stress}
   *
   * @param factor by which quotes are wider than in calm markets, > 0; takes the place of {@link #stress}
   */
  public QuoteWidth stressed(double factor) {
    return new QuoteWidth(points, curve, share, factor);
  }

  /**
   * {@return the width that market makers want in volatility (0.01 is one point), at delta 1/2}
   *
   * @param days to expiry; less than one counts as one
   */
  public double inVolatility(double days) {
    return 0.01 * points * Math.sqrt(30 / (days > 1 ? days : 1)) * stress;
  }

  /**
   * {@return how many times wider the quotes of a strike are than at delta 1/2, in volatility}
   *
   * @param delta of the option out of the money, in [-1, 1]
   */
  public double wing(double delta) {
    double distance = 0.5 - Math.abs(delta);
    return 1 + 4 * curve * distance * distance;
  }

  /**
   * {@return the widest quote that the exchange allows, in cents}
   *
   * @param bidCents the bid, cents
   * @param days to expiry
   */
  public static int limitCents(double bidCents, double days) {
    int dollars =
        bidCents < 0 ? 0 : bidCents < LAST_TIER ? (int) (bidCents * 0.01) : LIMITS.length - 1;
    return days >= LONG_DATED_DAYS ? 2 * LIMITS[dollars] : LIMITS[dollars];
  }
}
