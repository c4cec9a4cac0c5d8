package io.tradinggym.experiments.statistics.selection;

import io.tradinggym.experiments.statistics.Sample;

/**
 * How long blocks of a bootstrap should be for a series' own autocorrelation, so that the variance of its mean is
 * estimated best: with G = sum lambda(k/M) |k| R(k) and g(0) = sum lambda(k/M) R(k) over |k| &lt;= M, lambda a flat-top
 * window, b = (2 G^2 / D)^(1/3) T^(1/3), D = 2 g(0)^2 for stationary and 4/3 g(0)^2 for circular blocks.
 *
 * <p>M is twice the lag after which max(5, log10 T) autocorrelations in a row are below 2 sqrt(log10 T / T). Blocks are
 * at most min(3 sqrt T, T / 3) periods long, rounded up.
 *
 * @param stationary mean length for the stationary bootstrap, periods; NaN for a series that never varies
 * @param circular length for the circular bootstrap, periods
 * @see <a href="https://doi.org/10.1080/07474930802459016">Patton, Politis and White (2009), Correction to Automatic
 *     block-length selection</a>
 */
public record BlockLength(double stationary, double circular) {
  /** A series that spreads less than this part of its mean never varies, but for rounding. */
  private static final double ROUNDING = 1e-13;

  /**
   * Judges one series.
   *
   * @param series at least 2 periods, all finite
   */
  public static BlockLength of(double[] series) {
    int n = series.length;
    if (n < 2) {
      throw new IllegalArgumentException("a series needs at least 2 periods, had " + n);
    }
    Sample.requireFinite("series", series);
    double mean = Sample.mean(series);
    int run = Math.max(5, (int) Math.log10(n));
    int most = Math.min((int) Math.ceil(Math.sqrt(n)) + run, n - 2);
    double[] covariance = new double[most + 1];
    for (int lag = 0; lag <= most; lag++) {
      covariance[lag] = products(series, mean, lag, n - lag) / n;
    }
    int lags = Math.min(2 * Math.max(significant(series, mean, covariance, run), 1), most);
    double spread = covariance[0];
    if (!(Math.sqrt(spread) > Math.abs(mean) * ROUNDING)) {
      return new BlockLength(Double.NaN, Double.NaN);
    }
    double slope = 0;
    for (int k = 1; k <= lags; k++) {
      double window = 2 * k <= lags ? 1 : 2 * (1 - (double) k / lags);
      slope += 2 * window * k * covariance[k];
      spread += 2 * window * covariance[k];
    }
    double root = Math.cbrt(n);
    double longest = Math.ceil(Math.min(3 * Math.sqrt(n), n / 3.0));
    double stationary = Math.cbrt(2 * slope * slope / (2 * spread * spread)) * root;
    double circular = Math.cbrt(2 * slope * slope / (4.0 / 3 * spread * spread)) * root;
    return new BlockLength(Math.min(stationary, longest), Math.min(circular, longest));
  }

  /**
   * The lag from which on so many autocorrelations in a row are small. Lag 0, whose correlation is compared too, never
   * is.
   */
  private static int significant(double[] series, double mean, double[] covariance, int run) {
    int n = series.length;
    double small = 2 * Math.sqrt(Math.log10(n) / n);
    int inRow = 0;
    for (int lag = 0; lag < covariance.length - 1; lag++) {
      double early = squares(series, mean, 0, n - lag - 1);
      double late = squares(series, mean, lag + 1, n);
      inRow = Math.abs(covariance[lag] * n) / Math.sqrt(early * late) < small ? inRow + 1 : 0;
      if (inRow == run) {
        return lag + 1 - run;
      }
    }
    return covariance.length - 1;
  }

  private static double products(double[] series, double mean, int lag, int count) {
    double sum = 0;
    for (int t = 0; t < count; t++) {
      sum += (series[t] - mean) * (series[t + lag] - mean);
    }
    return sum;
  }

  private static double squares(double[] series, double mean, int from, int to) {
    double sum = 0;
    for (int t = from; t < to; t++) {
      sum += (series[t] - mean) * (series[t] - mean);
    }
    return sum;
  }
}
