package io.tradinggym.options.surface;

import io.tradinggym.api.util.Require;

/**
 * At-the-money term structure that reverts: the expected variance u years ahead is longRun + (v - longRun) e^(-speed
 * u), so the total variance to T is longRun T + (v - longRun) (1 - e^(-speed T)) / speed. It is Heston's with speed =
 * kappa and longRun = theta.
 *
 * @param longRun variance per year that it reverts to, &gt;= 0
 * @param speed of reversion per year, &gt;= 0; 0 is a flat term structure at v
 */
public record VarianceTerm(double longRun, double speed) {
  /** Flat at whatever the variance is. */
  public static final VarianceTerm FLAT = new VarianceTerm(0, 0);

  /** Checks the values. */
  public VarianceTerm {
    Require.that(
        longRun >= 0 && longRun < Double.POSITIVE_INFINITY, "longRun must be >= 0", longRun);
    Require.that(speed >= 0 && speed < Double.POSITIVE_INFINITY, "speed must be >= 0", speed);
  }

  /**
   * {@return the total variance from now to a time; grows with it}
   *
   * @param variance now, per year, &gt;= 0
   * @param years to that time, >= 0
   */
  public double totalVariance(double variance, double years) {
    double decayed = -StrictMath.expm1(-speed * years);
    double effective = speed == 0 ? years : decayed / speed;
    return longRun * Math.max(years - effective, 0) + variance * effective;
  }
}
