package io.tradinggym.options.surface;

import io.tradinggym.api.util.Require;

/**
 * Where two expiries come closest to, or go beyond, calendar arbitrage: total variance must not fall with time at the
 * same log-moneyness.
 *
 * @param worst smallest later minus earlier total variance; arbitrage if negative
 * @param at log-moneyness of it
 */
public record CalendarCheck(double worst, double at) {

  /**
   * Compares two smiles on an even grid over [low, high].
   *
   * @param earlier smile of the nearer expiry
   * @param later smile of the farther expiry
   * @param low smallest log-moneyness of the grid
   * @param high largest log-moneyness of the grid, > low
   * @param points grid points, &gt;= 2
   * @return the worst point of the grid
   */
  public static CalendarCheck of(Smile earlier, Smile later, double low, double high, int points) {
    Require.that(points >= 2, "points must be >= 2", points);
    double worst = Double.POSITIVE_INFINITY;
    double at = low;
    for (int i = 0; i < points; i++) {
      double k = low + (high - low) * i / (points - 1);
      double gain = later.totalVariance(k) - earlier.totalVariance(k);
      if (gain < worst) {
        worst = gain;
        at = k;
      }
    }
    return new CalendarCheck(worst, at);
  }

  /** {@return whether the pair is free of calendar arbitrage where it was looked at} */
  public boolean holds() {
    return worst >= 0;
  }
}
