package io.tradinggym.data.feature;

import static io.tradinggym.data.feature.Formula.define;
import static io.tradinggym.data.feature.Pointwise.logReturn;
import static io.tradinggym.data.feature.Pointwise.map;
import static io.tradinggym.data.feature.Pointwise.ratio;

import java.util.Arrays;
import java.util.List;

/** What bars tell of trades that are not seen: who took, and at which price most changed hands. */
final class MicrostructureFeatures {
  private MicrostructureFeatures() {}

  static List<Formula> all() {
    return List.of(
        define(
            "vpin",
            "n=50",
            "sum of volume |2 Phi(r / deviation of n) - 1| / sum of volume: bulk classification",
            "0..1",
            "Easley, Lopez de Prado, O'Hara 2012",
            (g, a) -> vpin(g, a.bars(0, 2))),
        define(
            "pocDistance",
            "n=60 bins=24",
            "100 (close / middle of the bin of most volume - 1), n typical prices between their"
                + " extremes",
            "%",
            "Steidlmayer 1984",
            (g, a) -> pointOfControl(g, a.bars(0, 2), a.bars(1, 2))));
  }

  private static Column vpin(Graph g, int n) {
    Column returns = logReturn(g, g.close(), 1);
    Column z = ratio(g, returns, Rolling.deviation(g, returns, n, 1), 0);
    Column imbalance =
        map(g, "bulk", z, g.volume(), (x, v) -> v * Math.abs(2 * NormalLaw.cumulative(x) - 1));
    return ratio(g, Rolling.sum(g, imbalance, n), Rolling.sum(g, g.volume(), n), 0);
  }

  private static Column pointOfControl(Graph g, int n, int bins) {
    Column price = Oscillators.typical(g);
    double[] profile = new double[bins];
    return g.column(
        "poc(" + n + "," + bins + ")",
        n - 1,
        (out, from, to) -> {
          double[] p = price.values();
          double[] v = g.volume().values();
          double[] close = g.close().values();
          for (int t = from; t < to; t++) {
            out[t] = 100 * (close[t] / mode(p, v, t - n + 1, t, profile) - 1);
          }
        },
        price,
        g.volume(),
        g.close());
  }

  /** The middle of the bin of most volume, the lowest of several; the price itself if there is but one. */
  private static double mode(
      double[] price, double[] volume, int from, int last, double[] profile) {
    double low = price[from];
    double high = price[from];
    for (int t = from + 1; t <= last; t++) {
      low = Math.min(low, price[t]);
      high = Math.max(high, price[t]);
    }
    double width = (high - low) / profile.length;
    if (!(width > 0)) {
      return low;
    }
    Arrays.fill(profile, 0);
    for (int t = from; t <= last; t++) {
      profile[Math.min((int) ((price[t] - low) / width), profile.length - 1)] += volume[t];
    }
    int most = 0;
    for (int bin = 1; bin < profile.length; bin++) {
      most = profile[bin] > profile[most] ? bin : most;
    }
    return low + (most + 0.5) * width;
  }
}
