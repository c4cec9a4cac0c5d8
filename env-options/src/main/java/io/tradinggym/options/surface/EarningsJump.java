package io.tradinggym.options.surface;

import io.tradinggym.api.util.Require;

/**
 * A jump of the price at a known date, an earnings announcement: log-jump J ~ N(-s^2/2, s^2) over night, so that the
 * expected price does not move.
 *
 * <p>Options that expire at or after the date carry its variance once: sigma(T)^2 T = sigma^2 T + s^2 1{T &gt;=
 * date}. When it is over their volatility falls back to sigma: the crush.
 *
 * @param years time to the announcement, &gt;= 0
 * @param deviation s of the log-jump, &gt;= 0
 * @see <a href="https://doi.org/10.1093/rfs/hhy060">Dubinsky, Johannes, Kaeck and Seeger (2019)</a>
 */
public record EarningsJump(double years, double deviation) {
  /** Checks the values. */
  public EarningsJump {
    Require.that(years >= 0, "years must be >= 0", years);
    Require.that(deviation >= 0, "deviation must be >= 0", deviation);
  }

  /**
   * What a pair of at-the-money volatilities says.
   *
   * @param volatility base volatility without the announcement, a year, as a fraction, >= 0
   * @param deviation s of the log-jump, >= 0
   */
  public record Estimate(double volatility, double deviation) {}

  /**
   * {@return the implied volatility before the announcement, a year, as a fraction, of an option with time T to expiry,
   * over a base volatility}
   *
   * @param base volatility without the announcement, a year, as a fraction
   * @param expiry years to the expiry, > 0
   */
  public double volatility(double base, double expiry) {
    Require.that(expiry > 0, "expiry must be > 0", expiry);
    return Math.sqrt(base * base + (expiry >= years ? deviation * deviation / expiry : 0));
  }

  /**
   * {@return a surface with this jump on top of another}
   *
   * @param base surface without the announcement
   */
  public VolatilitySurface onTopOf(VolatilitySurface base) {
    return (k, expiry) ->
        base.totalVariance(k, expiry) + (expiry >= years ? deviation * deviation : 0);
  }

  /** {@return the expected size of the move, a fraction of the price: E|J| for small s, s sqrt(2 / pi)} */
  public double expectedMove() {
    return deviation * Math.sqrt(2 / Math.PI);
  }

  /**
   * Separates base volatility and jump by two expiries after the announcement: s^2 = (v1^2 - v2^2) / (1/T1 - 1/T2),
   * sigma^2 = (v2^2 T2 - v1^2 T1) / (T2 - T1).
   *
   * @param nearVolatility of the nearer expiry, a year, as a fraction
   * @param near years to the nearer expiry, > 0
   * @param farVolatility of the farther expiry, a year, as a fraction
   * @param far years to the farther expiry, > near
   * @return both at least 0; a rising term structure gives a jump of 0
   */
  public static Estimate fromTermStructure(
      double nearVolatility, double near, double farVolatility, double far) {
    Require.that(near > 0, "near must be > 0", near);
    Require.that(far > near, "far must be > near", far);
    double v1 = nearVolatility * nearVolatility;
    double v2 = farVolatility * farVolatility;
    double jump = (v1 - v2) / (1 / near - 1 / far);
    double base = (v2 * far - v1 * near) / (far - near);
    return new Estimate(Math.sqrt(Math.max(base, 0)), Math.sqrt(Math.max(jump, 0)));
  }

  /**
   * {@return the deviation s of the jump by one expiry's volatility before and after: s^2 = T (before^2 - after^2), at
   * least 0}
   *
   * @param before volatility before the announcement, a year, as a fraction
   * @param after volatility after it, a year, as a fraction
   * @param expiry years to the expiry
   */
  public static double fromCrush(double before, double after, double expiry) {
    return Math.sqrt(Math.max(expiry * (before * before - after * after), 0));
  }
}
