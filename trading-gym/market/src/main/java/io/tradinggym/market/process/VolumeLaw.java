package io.tradinggym.market.process;

/**
 * Volume that clusters and rises with the size of moves: {@code log V = log(lots) + x}, {@code x' = persistence x +
 * response (min(|r| / d, 6) - usualMove) + noise e}, with r the bar's log return, d the asset's typical deviation and e
 * standard normal.
 *
 * @param lots median volume of a bar, lots, > 0
 * @param persistence of the logarithm from bar to bar, in [0, 1)
 * @param response of the logarithm to a move of one typical deviation, >= 0
 * @param usualMove mean of |r| / d, about 0.7 for daily returns, > 0
 * @param noise standard deviation of the rest of the logarithm, >= 0
 */
public record VolumeLaw(
    double lots, double persistence, double response, double usualMove, double noise) {
  /** Moves beyond so many typical deviations add no more volume. */
  public static final double LARGEST_MOVE = 6;

  /** A million lots a bar, with the clustering of a large US share. */
  public static final VolumeLaw DEFAULT = new VolumeLaw(1e6, 0.7, 0.15, 0.7, 0.2);

  /** Checks the ranges. */
  public VolumeLaw {
    Checks.positive("lots", lots);
    Checks.positive("usualMove", usualMove);
    if (!(persistence >= 0 && persistence < 1)) {
      throw new IllegalArgumentException("persistence must be in [0, 1), was " + persistence);
    }
    if (!(response >= 0) || !(noise >= 0)) {
      throw new IllegalArgumentException(
          "response and noise must be >= 0, were " + response + " and " + noise);
    }
  }

  /** The next x. */
  double next(double x, double move, double normal) {
    return persistence * x + response * (Math.min(move, LARGEST_MOVE) - usualMove) + noise * normal;
  }
}
