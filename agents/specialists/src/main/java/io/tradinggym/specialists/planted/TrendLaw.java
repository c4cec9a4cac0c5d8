package io.tradinggym.specialists.planted;

/**
 * Log returns {@code r = s a - sd^2/2 + sd z} whose direction s = +-1 flips now and then.
 *
 * @param drift a, &gt;= 0; 0 removes the edge
 * @param sd of a bar, &gt; 0
 * @param flip chance that the direction changes from one bar to the next, in [0, .5)
 * @param cost of one way, share of what is traded, in [0, .5)
 * @param shorts whether positions are -1, 0, 1 or only 0, 1
 * @param bars of an episode, &gt;= 1
 */
public record TrendLaw(
    double drift, double sd, double flip, double cost, boolean shorts, int bars) {
  /** Checks the ranges. */
  public TrendLaw {
    Laws.notNegative("drift", drift);
    Laws.positive("sd", sd);
    Laws.within("flip", flip, 0, 0.5);
    Laws.within("cost", cost, 0, 0.5);
    Laws.bars(bars);
  }

  /** {@return the standard law: drift .002, sd .01, a flip in 60 bars, 2 bp, long, flat or short, 252 bars} */
  public static TrendLaw standard() {
    return new TrendLaw(0.002, 0.01, 1.0 / 60, 2e-4, true, 252);
  }

  /**
   * {@return the same law with another drift and cost}
   *
   * @param newDrift log return of a bar in the trend's direction, &gt;= 0
   * @param newCost of one way, share of what is traded, in [0, .5)
   */
  public TrendLaw with(double newDrift, double newCost) {
    return new TrendLaw(newDrift, sd, flip, newCost, shorts, bars);
  }

  /**
   * {@return the chance that the coming bar's direction is up, from that of the last and its return: Bayes, then the
   * flip}
   *
   * @param up chance that the last bar's direction was up before its return was seen, in [0, 1]
   * @param r log return of the last bar
   */
  public double filter(double up, double r) {
    double evidence = StrictMath.exp(2 * drift * (r + sd * sd / 2) / (sd * sd));
    double now = up * evidence / (up * evidence + 1 - up);
    return now * (1 - flip) + (1 - now) * flip;
  }
}
