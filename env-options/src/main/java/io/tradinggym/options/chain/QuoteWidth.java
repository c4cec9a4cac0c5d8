package io.tradinggym.options.chain;

/**
 * How wide market makers quote: width = max(tick, vega dvol, share of the price), within what the exchange allows.
 *
 * <p>dvol(delta, days) = points/100 (1 + 4 curve (1/2 - |delta|)^2) sqrt(30 / max(days, 1)) stress: in volatility they
 * are as sure of all expiries as the square root of time lets them, and less sure of the wings.
 *
 * <p>The widest quote by the classic rule: 0.25 for a bid below 2, 0.40 below 5, 0.50 below 10, 0.80 below 20, else 1;
 * twice that from nine months on.
 *
 * @param points width at the money at 30 days, in volatility points: 0.3 to 1 for the most liquid names, 1 to 4 for others
 * @param curve how much wider in the wings, &gt;= 0
 * @param share of the price that a quote is at least wide, &gt;= 0
 * @param stress multiplies the width, &gt; 0; 1 in calm markets
 */
public record QuoteWidth(double points, double curve, double share, double stress) {
  /** The most liquid names, in calm markets. */
  public static final QuoteWidth LIQUID = new QuoteWidth(0.5, 1, 0.005, 1);

  /** A single stock, in calm markets. */
  public static final QuoteWidth SINGLE_STOCK = new QuoteWidth(2, 1.5, 0.02, 1);

  private static final double LONG_DATED_DAYS = 274;

  public QuoteWidth {
    Checks.require(points >= 0, "points must be >= 0", points);
    Checks.require(curve >= 0, "curve must be >= 0", curve);
    Checks.require(share >= 0, "share must be >= 0", share);
    Checks.require(stress > 0, "stress must be > 0", stress);
  }

  /** The same under stress. */
  public QuoteWidth stressed(double factor) {
    return new QuoteWidth(points, curve, share, factor);
  }

  /**
   * Width that market makers want, in the unit of the price, before ticks and limits.
   *
   * @param price model value
   * @param vega per 1.00 of volatility
   * @param delta of the contract
   * @param days to expiry
   */
  public double wanted(double price, double vega, double delta, double days) {
    double wing = 0.5 - Math.abs(delta);
    double volatility =
        0.01 * points * (1 + 4 * curve * wing * wing) * Math.sqrt(30 / Math.max(days, 1)) * stress;
    return Math.max(vega * volatility, share * price * stress);
  }

  /** The widest quote that the exchange allows, in cents. */
  public static int limitCents(double bidCents, double days) {
    int limit =
        bidCents < 200
            ? 25
            : bidCents < 500 ? 40 : bidCents < 1000 ? 50 : bidCents < 2000 ? 80 : 100;
    return days >= LONG_DATED_DAYS ? 2 * limit : limit;
  }
}
