package io.tradinggym.specialists.planted;

/**
 * Three coins whose hourly drifts wander: {@code r_i = f + m_i + e_i - (sf^2 + se^2)/2}, f common noise, e own noise, m
 * an AR(1).
 *
 * @param common sf, &gt;= 0
 * @param own se, &gt; 0
 * @param drift sm, stationary standard deviation of m, &gt;= 0; 0 removes the edge
 * @param halfLife of m, bars, &gt; 0
 * @param cost of one way, share of what is traded, in [0, .5); from coin to coin it is paid twice
 * @param bars of an episode, &gt;= 1
 */
public record MomentumLaw(
    double common, double own, double drift, double halfLife, double cost, int bars) {
  /** Coins. */
  public static final int COINS = 3;

  /** Directions in which noise is independent: all together, the first against the second, both against the third. */
  private static final double[][] MODES = {
    {1 / Math.sqrt(3), 1 / Math.sqrt(3), 1 / Math.sqrt(3)},
    {1 / Math.sqrt(2), -1 / Math.sqrt(2), 0},
    {1 / Math.sqrt(6), 1 / Math.sqrt(6), -2 / Math.sqrt(6)}
  };

  /** Checks the ranges. */
  public MomentumLaw {
    Laws.notNegative("common", common);
    Laws.positive("own", own);
    Laws.notNegative("drift", drift);
    Laws.positive("halfLife", halfLife);
    Laws.within("cost", cost, 0, 0.5);
    Laws.bars(bars);
  }

  /** {@return the standard law: sf .004, se .006, sm .0012 with half-life 24, 5 bp, 240 hours} */
  public static MomentumLaw standard() {
    return new MomentumLaw(0.004, 0.006, 0.0012, 24, 5e-4, 240);
  }

  /**
   * {@return the same law with another size of the drifts, and cost}
   *
   * @param newDrift stationary standard deviation of a coin's drift, log return a bar, &gt;= 0
   * @param newCost of one way, share of what is traded, in [0, .5)
   */
  public MomentumLaw with(double newDrift, double newCost) {
    return new MomentumLaw(common, own, newDrift, halfLife, newCost, bars);
  }

  /** {@return the persistence of m from bar to bar, 2^(-1 / half-life)} */
  public double phi() {
    return StrictMath.pow(2, -1 / halfLife);
  }

  /** {@return what a coin loses a bar on average where m is 0, log return} */
  public double drag() {
    return (common * common + own * own) / 2;
  }

  /**
   * {@return the component of coin i in mode k}
   *
   * @param k index of the mode, 0 to 2
   * @param i index of the coin, 0 to 2
   */
  public static double mode(int k, int i) {
    return MODES[k][i];
  }

  /**
   * {@return the variance of the noise in mode k}
   *
   * @param k index of the mode, 0 to 2; 0 is the mean of the coins
   */
  public double noise(int k) {
    return own * own + (k == 0 ? COINS * common * common : 0);
  }

  /**
   * {@return the variance of the prediction of m in mode k, in the long run: the fixed point of Kalman's recursion}
   *
   * @param k index of the mode, 0 to 2
   */
  public double predicted(int k) {
    double phi = phi();
    double fresh = (1 - phi * phi) * drift * drift;
    double r = noise(k);
    // p = phi^2 p r / (p + r) + fresh
    double b = r * (1 - phi * phi) - fresh;
    return (-b + StrictMath.sqrt(b * b + 4 * fresh * r)) / 2;
  }

  /**
   * {@return Kalman's gain in mode k, in the long run, 0 to 1}
   *
   * @param k index of the mode, 0 to 2
   */
  public double gain(int k) {
    return predicted(k) / (predicted(k) + noise(k));
  }
}
