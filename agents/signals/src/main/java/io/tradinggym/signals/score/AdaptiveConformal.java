package io.tradinggym.signals.score;

/**
 * The chance of a miss to ask a conformal interval for so that in the long run it misses as often as wanted, though the
 * law drifts: {@code alpha += gamma (target - missed)}.
 *
 * @see <a href="https://arxiv.org/abs/2106.00170">Gibbs and Candes (2021)</a>
 */
public final class AdaptiveConformal {
  private final double target;
  private final double gamma;
  private double alpha;

  /**
   * Begins at the target.
   *
   * @param target chance of a miss wanted, in (0, 1)
   * @param gamma how fast the asked chance of a miss moves, &gt; 0
   */
  public AdaptiveConformal(double target, double gamma) {
    if (!(target > 0 && target < 1 && gamma > 0)) {
      throw new IllegalArgumentException(
          "target must be in (0, 1) and gamma > 0, were " + target + " and " + gamma);
    }
    this.target = target;
    this.gamma = gamma;
    alpha = target;
  }

  /** {@return what to ask for next; at or below 0 everything is to be covered, at or above 1 nothing} */
  public double alpha() {
    return alpha;
  }

  /**
   * Takes in whether the last interval missed.
   *
   * @param missed true if what came lay outside the interval
   */
  public void observe(boolean missed) {
    alpha += gamma * (target - (missed ? 1 : 0));
  }
}
