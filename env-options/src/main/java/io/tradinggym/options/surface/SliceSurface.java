package io.tradinggym.options.surface;

import io.tradinggym.api.util.Require;
import java.util.List;

/**
 * A surface from the smiles of some expiries: total variance is linear in time at fixed log-moneyness, so that
 * forward variance is constant between expiries; volatility is flat before the first and forward variance after the
 * last pair.
 *
 * <p>Free of calendar arbitrage exactly if every neighbouring pair is.
 */
public final class SliceSurface implements VolatilitySurface {
  private final double[] years;
  private final List<Smile> smiles;

  private SliceSurface(double[] years, List<Smile> smiles) {
    this.years = years;
    this.smiles = smiles;
  }

  /**
   * {@return a surface through smiles}
   *
   * @param years times to expiry, ascending, &gt; 0, at least one
   * @param smiles one for each time
   */
  public static SliceSurface of(double[] years, List<? extends Smile> smiles) {
    if (years.length == 0 || years.length != smiles.size()) {
      throw new IllegalArgumentException(
          "years and smiles must have the same length >= 1, were "
              + years.length
              + " and "
              + smiles.size());
    }
    for (int i = 0; i < years.length; i++) {
      Require.that(
          years[i] > (i == 0 ? 0 : years[i - 1]),
          "years must ascend from above 0, entry " + i,
          years[i]);
    }
    return new SliceSurface(years.clone(), List.copyOf(smiles));
  }

  @Override
  public double totalVariance(double k, double at) {
    Require.that(at > 0, "years must be > 0", at);
    int last = years.length - 1;
    if (at <= years[0] || last == 0) {
      return smiles.get(0).totalVariance(k) * at / years[0];
    }
    int i = 1;
    while (i < last && years[i] < at) {
      i++;
    }
    double w0 = smiles.get(i - 1).totalVariance(k);
    double w1 = smiles.get(i).totalVariance(k);
    double slope = (w1 - w0) / (years[i] - years[i - 1]);
    // Beyond the last expiry forward variance continues, but never falls.
    return at <= years[last]
        ? w0 + slope * (at - years[i - 1])
        : w1 + Math.max(slope, 0) * (at - years[i]);
  }

  /**
   * {@return the worst calendar check among neighbouring expiries, over [low, high]}
   *
   * @param low smallest log-moneyness
   * @param high largest log-moneyness
   * @param points of the grid, &gt;= 2
   */
  public CalendarCheck calendar(double low, double high, int points) {
    CalendarCheck worst = new CalendarCheck(Double.POSITIVE_INFINITY, Double.NaN);
    for (int i = 1; i < years.length; i++) {
      CalendarCheck pair = CalendarCheck.of(smiles.get(i - 1), smiles.get(i), low, high, points);
      worst = pair.worst() < worst.worst() ? pair : worst;
    }
    return worst;
  }
}
