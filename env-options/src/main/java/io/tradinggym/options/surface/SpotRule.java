package io.tradinggym.options.surface;

import io.tradinggym.api.util.Require;

/**
 * How a surface follows the spot between calibrations. Surfaces here are functions of k = ln(K/F); when the forward
 * has moved by m = ln(F / F_0) since the surface was made, an option at k today is looked up at another k.
 */
public enum SpotRule {
  /** The volatility of a strike stays: look up ln(K/F_0) = k + m. At-the-money volatility slides along the old skew. */
  STICKY_STRIKE(1),
  /** The volatility of a moneyness, and so of a delta, stays: look up k. */
  STICKY_DELTA(0);

  private final double share;

  SpotRule(double share) {
    this.share = share;
  }

  /**
   * {@return the surface after the forward has moved}
   *
   * @param surface as made when the forward was F_0
   * @param move ln(F / F_0)
   */
  public VolatilitySurface after(VolatilitySurface surface, double move) {
    Require.that(Math.abs(move) < Double.POSITIVE_INFINITY, "move must be finite", move);
    double shift = share * move;
    return (k, years) -> surface.totalVariance(k + shift, years);
  }
}
