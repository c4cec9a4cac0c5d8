package io.tradinggym.options.surface;

import io.tradinggym.api.util.Require;

/**
 * Where a smile comes closest to, or goes beyond, butterfly arbitrage.
 *
 * @param worst smallest value of Durrleman's g found; arbitrage if negative
 * @param at log-moneyness of the smallest value
 * @param from log-moneyness at which arbitrage begins; NaN if there is none
 * @param to log-moneyness at which it ends; NaN if there is none
 */
public record ButterflyCheck(double worst, double at, double from, double to) {
  private static final int HALVINGS = 60;

  /**
   * Searches [low, high] on an even grid and refines what it finds.
   *
   * @param smile of one expiry
   * @param low smallest log-moneyness of the grid
   * @param high largest log-moneyness of the grid, > low
   * @param points grid points, &gt;= 3; violations narrower than the grid may be missed
   * @return the worst point, and where arbitrage lies around it
   */
  public static ButterflyCheck of(Smile smile, double low, double high, int points) {
    Require.that(high > low, "high must be > low", high);
    Require.that(points >= 3, "points must be >= 3", points);
    double step = (high - low) / (points - 1);
    double worst = Double.POSITIVE_INFINITY;
    double at = low;
    double from = Double.NaN;
    double to = Double.NaN;
    double before = Double.POSITIVE_INFINITY;
    for (int i = 0; i < points; i++) {
      double k = low + i * step;
      double g = smile.durrleman(k);
      if (g < worst) {
        worst = g;
        at = k;
      }
      if (g < 0) {
        to = k;
        if (Double.isNaN(from)) {
          from = i == 0 ? k : root(smile, k - step, k);
        }
      } else if (before < 0) {
        to = root(smile, k, k - step);
      }
      before = g;
    }
    at = minimum(smile, Math.max(low, at - step), Math.min(high, at + step));
    return new ButterflyCheck(smile.durrleman(at), at, from, to);
  }

  /** {@return whether the smile is free of butterfly arbitrage where it was looked at} */
  public boolean holds() {
    return worst >= 0;
  }

  /** The sign change between a point where g &gt;= 0 and one where g &lt; 0. */
  private static double root(Smile smile, double good, double bad) {
    double inside = good;
    double outside = bad;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = 0.5 * (inside + outside);
      if (smile.durrleman(middle) < 0) {
        outside = middle;
      } else {
        inside = middle;
      }
    }
    return outside;
  }

  private static double minimum(Smile smile, double low, double high) {
    double from = low;
    double to = high;
    for (int i = 0; i < HALVINGS; i++) {
      double third = (to - from) / 3;
      if (smile.durrleman(from + third) < smile.durrleman(to - third)) {
        to -= third;
      } else {
        from += third;
      }
    }
    return 0.5 * (from + to);
  }
}
