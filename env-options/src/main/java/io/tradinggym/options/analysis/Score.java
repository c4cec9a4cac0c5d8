package io.tradinggym.options.analysis;

/**
 * How well an option suits a directional bet of some weeks, each part from 0 (not at all) to 1.
 *
 * <ul>
 * <li>expiry: 1 from 21 to 45 days; falls to 0 at none and at 120;
 * <li>moneyness, strike over spot for a call and spot over strike for a put: 1 from 0.98 to 1.05; 0 at a tenth
 *       beyond;
 * <li>liquidity: logarithms of volume and open interest over those of the most traded, half each; NaN if not known;
 * <li>delta, its size: 1 from 0.35 to 0.55; falls to 0 at 0 and 1.
 * </ul>
 *
 * @param expiry part of the days to expiry, in [0, 1]
 * @param moneyness part of the strike, in [0, 1]
 * @param liquidity part of volume and open interest, in [0, 1]; NaN if the chain does not tell
 * @param delta part of the delta, in [0, 1]
 * @param total weighted mean of what is known, in [0, 1]
 */
public record Score(double expiry, double moneyness, double liquidity, double delta, double total) {
  private static final double[] DAYS = {0, 21, 45, 120};
  private static final double[] MONEYNESS = {0.88, 0.98, 1.05, 1.15};
  private static final double[] DELTA = {0, 0.35, 0.55, 1};

  static Score of(
      double days, double moneyness, double liquidity, double delta, ScoreWeights weights) {
    double byExpiry = trapezoid(days, DAYS);
    double byMoneyness = trapezoid(moneyness, MONEYNESS);
    double byDelta = trapezoid(Math.abs(delta), DELTA);
    double sum =
        weights.expiry() * byExpiry + weights.moneyness() * byMoneyness + weights.delta() * byDelta;
    double total = weights.expiry() + weights.moneyness() + weights.delta();
    if (!Double.isNaN(liquidity)) {
      sum += weights.liquidity() * liquidity;
      total += weights.liquidity();
    }
    return new Score(byExpiry, byMoneyness, liquidity, byDelta, sum / total);
  }

  /** 0 outside the outer corners, 1 between the inner ones, straight between. */
  private static double trapezoid(double x, double[] corner) {
    double rising = (x - corner[0]) / (corner[1] - corner[0]);
    double falling = (corner[3] - x) / (corner[3] - corner[2]);
    return Math.max(0, Math.min(1, Math.min(rising, falling)));
  }
}
