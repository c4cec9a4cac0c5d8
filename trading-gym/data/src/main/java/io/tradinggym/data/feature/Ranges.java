package io.tradinggym.data.feature;

import static io.tradinggym.data.feature.Pointwise.ago;
import static io.tradinggym.data.feature.Pointwise.logRatio;
import static io.tradinggym.data.feature.Pointwise.map;
import static io.tradinggym.data.feature.Pointwise.minus;
import static io.tradinggym.data.feature.Pointwise.plus;
import static io.tradinggym.data.feature.Pointwise.ratio;
import static io.tradinggym.data.feature.Pointwise.times;

/** How far prices range: true range, bands and estimators of volatility. */
final class Ranges {
  private Ranges() {}

  /** The largest of high - low, |high - close before| and |low - close before|; from the second bar on. */
  static Column trueRange(Graph g) {
    return g.column(
        "trueRange",
        1,
        (out, from, to) -> {
          double[] h = g.high().values();
          double[] l = g.low().values();
          double[] c = g.close().values();
          for (int t = from; t < to; t++) {
            out[t] = Math.max(h[t], c[t - 1]) - Math.min(l[t], c[t - 1]);
          }
        },
        g.close());
  }

  /** The same from the first bar on, which has its high - low: what LEAN and ta4j begin with. */
  static Column trueRangeFromFirst(Graph g) {
    return g.column(
        "trueRangeFromFirst",
        0,
        (out, from, to) -> {
          double[] h = g.high().values();
          double[] l = g.low().values();
          double[] c = g.close().values();
          for (int t = from; t < to; t++) {
            out[t] = t == 0 ? h[0] - l[0] : Math.max(h[t], c[t - 1]) - Math.min(l[t], c[t - 1]);
          }
        },
        g.close());
  }

  static Column atr(Graph g, int n) {
    return Averages.wilder(g, trueRange(g), n);
  }

  /** Simple average and so many standard deviations (of the population). */
  static Column band(Graph g, int n, double deviations) {
    return plus(
        g, Averages.simple(g, g.close(), n), deviations, Rolling.deviation(g, g.close(), n, 0));
  }

  static Column bandWidth(Graph g, int n, double deviations) {
    Column width = minus(g, band(g, n, deviations), band(g, n, -deviations));
    return ratio(g, width, Averages.simple(g, g.close(), n), 0);
  }

  /** Sample deviation of n log returns, for a year of so many bars. */
  static Column historical(Graph g, int n, double year) {
    Column returns = Pointwise.logReturn(g, g.close(), 1);
    return times(g, Math.sqrt(year), Rolling.deviation(g, returns, n, 1));
  }

  private static Column yearly(Graph g, Column dailyVariance, int n, double year) {
    Column mean = Averages.simple(g, dailyVariance, n);
    return map(g, "yearly" + year, mean, v -> Math.sqrt(Math.max(0, v) * year));
  }

  static Column parkinson(Graph g, int n, double year) {
    Column range = logRatio(g, g.high(), g.low());
    Column square = map(g, "parkinson", range, x -> x * x / (4 * StrictMath.log(2)));
    return yearly(g, square, n, year);
  }

  static Column garmanKlass(Graph g, int n, double year) {
    Column range = logRatio(g, g.high(), g.low());
    Column body = logRatio(g, g.close(), g.open());
    double weight = 2 * StrictMath.log(2) - 1;
    Column daily = map(g, "garmanKlass", range, body, (r, b) -> 0.5 * r * r - weight * b * b);
    return yearly(g, daily, n, year);
  }

  /** {@code ln(h/c) ln(h/o) + ln(l/c) ln(l/o)}. */
  private static Column rogersSatchellDaily(Graph g) {
    Column top =
        map(
            g,
            "product",
            logRatio(g, g.high(), g.close()),
            logRatio(g, g.high(), g.open()),
            (x, y) -> x * y);
    Column bottom =
        map(
            g,
            "product",
            logRatio(g, g.low(), g.close()),
            logRatio(g, g.low(), g.open()),
            (x, y) -> x * y);
    return plus(g, top, 1, bottom);
  }

  static Column rogersSatchell(Graph g, int n, double year) {
    return yearly(g, rogersSatchellDaily(g), n, year);
  }

  /** Overnight and k x open-to-close sample variances, and 1 - k of Rogers and Satchell's. */
  static Column yangZhang(Graph g, int n, double year) {
    double k = 0.34 / (1.34 + (n + 1.0) / (n - 1));
    Column night = Rolling.variance(g, logRatio(g, g.open(), ago(g, g.close(), 1)), n, 1);
    Column day = Rolling.variance(g, logRatio(g, g.close(), g.open()), n, 1);
    Column within = Averages.simple(g, rogersSatchellDaily(g), n);
    Column sum = plus(g, plus(g, night, k, day), 1 - k, within);
    return map(g, "yearly" + year, sum, v -> Math.sqrt(Math.max(0, v) * year));
  }
}
