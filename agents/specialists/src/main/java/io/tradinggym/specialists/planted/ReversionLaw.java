package io.tradinggym.specialists.planted;

/**
 * A log price that returns to a level: {@code x' = phi x + s z}, x the distance to the level, phi = 2^(-1/half-life).
 *
 * @param phi persistence, in (0, 1]; 1 removes the edge
 * @param noise s, standard deviation of a bar's shock, &gt; 0
 * @param cost of one way, share of what is traded, in [0, .5)
 * @param shorts whether positions are -1, 0, 1 or only 0, 1
 * @param bars of an episode, &gt;= 1
 */
public record ReversionLaw(double phi, double noise, double cost, boolean shorts, int bars) {
  private static final double YEAR = 252;

  /** Checks the ranges. */
  public ReversionLaw {
    if (!(phi > 0 && phi <= 1)) {
      throw new IllegalArgumentException("phi must be in (0, 1], was " + phi);
    }
    Laws.positive("noise", noise);
    Laws.within("cost", cost, 0, 0.5);
    Laws.bars(bars);
  }

  /**
   * {@return the law of an Ornstein-Uhlenbeck process of so much volatility, seen at the bars' ends}
   *
   * @param halfLife bars, &gt; 0
   * @param volatility of a year of 252 bars, as a fraction, &gt; 0
   * @param cost of one way, share of what is traded, in [0, .5)
   * @param shorts whether positions are -1, 0, 1 or only 0, 1
   * @param bars of an episode, &gt;= 1
   */
  public static ReversionLaw of(
      double halfLife, double volatility, double cost, boolean shorts, int bars) {
    Laws.positive("halfLife", halfLife);
    double phi = StrictMath.pow(2, -1 / halfLife);
    double speed = StrictMath.log(2) / halfLife;
    double noise =
        volatility / StrictMath.sqrt(YEAR) * StrictMath.sqrt((1 - phi * phi) / (2 * speed));
    return new ReversionLaw(phi, noise, cost, shorts, bars);
  }

  /** {@return the standard law: half-life 20 bars, 20 % a year, 2 bp, long, flat or short, 252 bars} */
  public static ReversionLaw standard() {
    return of(20, 0.2, 2e-4, true, 252);
  }

  /** {@return the law of the same noise without reversion} */
  public ReversionLaw withoutEdge() {
    return new ReversionLaw(1, noise, cost, shorts, bars);
  }

  /** {@return the standard deviation of x in the long run; infinite without reversion} */
  public double stationary() {
    return noise / StrictMath.sqrt(1 - phi * phi);
  }

  /**
   * {@return the variance of what is known of x after one more bar of which only the price change is seen}
   *
   * @param variance of what was known before it, &gt; 0
   */
  public double filterVariance(double variance) {
    double pull = 1 - phi;
    return 1 / (1 / variance + pull * pull / (noise * noise));
  }

  /**
   * {@return the mean of x after a price change, given mean and variance before and variance after ({@link
   * #filterVariance})}
   *
   * @param mean estimate before the change
   * @param before variance of the estimate before it
   * @param after variance of the estimate after it
   * @param change of the log price over the bar
   */
  public double filterMean(double mean, double before, double after, double change) {
    return after * (mean / before - (1 - phi) * change / (noise * noise)) + change;
  }
}
