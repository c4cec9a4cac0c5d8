package io.tradinggym.crypto.market;

/**
 * How a perpetual's log premium over spot moves, bar by bar: it reverts to a level that itself wanders, as sentiment
 * does.
 *
 * <pre>
 * premium' = premium + speed (level - premium) + noise e1
 * level'   = level + slowness (mean - level) + wander e2
 * </pre>
 *
 * @param mean long-run log premium: 0.0001 is a basis point
 * @param slowness part of the level's distance from the mean that a bar takes away, in (0, 1]
 * @param wander deviation of the level's shock, >= 0
 * @param speed part of the premium's distance from its level that a bar takes away, in (0, 1]
 * @param noise deviation of the premium's shock, >= 0
 */
public record PremiumLaw(double mean, double slowness, double wander, double speed, double noise) {
  /**
   * Hours of a large perpetual: one basis point on average, which with interest of one makes funding of 0.01 % each
   * eight hours; months of euphoria and fear in which it is many times that.
   */
  public static final PremiumLaw HOURLY = new PremiumLaw(1e-4, 0.004, 4e-5, 0.3, 1.5e-4);

  /** No premium at all: the perpetual is the spot, funding is the interest alone. */
  public static final PremiumLaw NONE = new PremiumLaw(0, 1, 0, 1, 0);

  /** Checks the ranges. */
  public PremiumLaw {
    if (!Double.isFinite(mean)) {
      throw new IllegalArgumentException("mean must be finite, was " + mean);
    }
    requireShare("slowness", slowness);
    requireShare("speed", speed);
    if (!(wander >= 0) || !(noise >= 0)) {
      throw new IllegalArgumentException(
          "wander and noise must be >= 0, were " + wander + " and " + noise);
    }
  }

  /**
   * {@return the same law with another long-run premium}
   *
   * @param newMean long-run log premium, finite
   */
  public PremiumLaw around(double newMean) {
    return new PremiumLaw(newMean, slowness, wander, speed, noise);
  }

  /** Long-run deviation of the level. */
  double levelDeviation() {
    return wander / Math.sqrt(slowness * (2 - slowness));
  }

  private static void requireShare(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be in (0, 1], was " + value);
    }
  }
}
