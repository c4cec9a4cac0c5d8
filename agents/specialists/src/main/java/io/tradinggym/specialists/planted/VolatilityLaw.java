package io.tradinggym.specialists.planted;

/**
 * The implied volatility v of a straddle that is rolled to 30 days every session. ln v is an AR(1) around {@code ln(rv
 * sqrt(premium))}, and one long vega, delta-hedged, earns in volatility points
 *
 * <pre>
 *   100 [v' - v + (R^2 - v^2/252) / (2 v tau)],      R^2 = (rv z)^2 / 252,   tau = 30/365
 * </pre>
 *
 * @param realised rv, volatility a year, &gt; 0
 * @param premium ratio of implied to realised variance in the middle, &gt; 0
 * @param spread stationary standard deviation of ln v, &gt; 0; v hardly moves at .001
 * @param halfLife of ln v, sessions, &gt; 0
 * @param cost of a unit traded, volatility points, &gt;= 0
 * @param sessions of an episode, &gt;= 1
 */
public record VolatilityLaw(
    double realised, double premium, double spread, double halfLife, double cost, int sessions) {
  private static final double YEAR = 252;
  private static final double TAU = 30.0 / 365;

  /** Checks the ranges. */
  public VolatilityLaw {
    Laws.positive("realised", realised);
    Laws.positive("premium", premium);
    Laws.positive("spread", spread);
    Laws.positive("halfLife", halfLife);
    Laws.notNegative("cost", cost);
    Laws.bars(sessions);
  }

  /**
   * {@return the standard law: no premium, ln v with .2 and half-life 20, half a point, 60 sessions: what reverts
   * is worth 13.5 points}
   */
  public static VolatilityLaw standard() {
    return with(1, 0.2, 0.5);
  }

  /**
   * {@return the standard law with another premium, spread and cost}
   *
   * @param premium ratio of implied to realised variance in the middle, &gt; 0
   * @param spread stationary standard deviation of ln v, &gt; 0
   * @param cost of a unit of vega traded, volatility points, &gt;= 0
   */
  public static VolatilityLaw with(double premium, double spread, double cost) {
    return new VolatilityLaw(0.2, premium, spread, 20, cost, 60);
  }

  /** {@return the law with neither premium nor movement: nothing to earn} */
  public VolatilityLaw withoutEdge() {
    return new VolatilityLaw(realised, 1, 0.001, halfLife, cost, sessions);
  }

  /** {@return the persistence of ln v from session to session, 2^(-1 / half-life)} */
  public double phi() {
    return StrictMath.pow(2, -1 / halfLife);
  }

  /** {@return the middle of ln v, the logarithm of a volatility a year} */
  public double centre() {
    return StrictMath.log(realised * StrictMath.sqrt(premium));
  }

  /**
   * What one long vega, delta-hedged, earns over a session.
   *
   * @param v implied volatility before the session, a year, as a fraction, &gt; 0
   * @param next implied volatility after it
   * @param squaredReturn of the underlying over the session, see {@link #squaredReturn}
   * @return volatility points
   */
  public double points(double v, double next, double squaredReturn) {
    return 100 * (next - v + (squaredReturn - v * v / YEAR) / (2 * v * TAU));
  }

  /**
   * {@return the squared return of the underlying over a session with shock z}
   *
   * @param z a standard normal number
   */
  public double squaredReturn(double z) {
    return realised * z * (realised * z) / YEAR;
  }
}
