package io.tradinggym.data.feature;

/** Wilder's directional movement. */
final class Directional {
  private Directional() {}

  /** The part of the range outside yesterday's, on the larger side alone. */
  private static Column movement(Graph g, boolean up) {
    return g.column(
        "movement(" + up + ")",
        1,
        (out, from, to) -> {
          double[] h = g.high().values();
          double[] l = g.low().values();
          for (int t = from; t < to; t++) {
            double rise = h[t] - h[t - 1];
            double fall = l[t - 1] - l[t];
            double own = up ? rise : fall;
            double other = up ? fall : rise;
            out[t] = own > other && own > 0 ? own : 0;
          }
        },
        g.high());
  }

  static Column index(Graph g, int n, boolean up) {
    Column moved = Averages.wilder(g, movement(g, up), n);
    return Pointwise.times(g, 100, Pointwise.ratio(g, moved, Ranges.atr(g, n), 0));
  }

  static Column dx(Graph g, int n) {
    Column plus = index(g, n, true);
    Column minus = index(g, n, false);
    return Pointwise.map(
        g, "dx", plus, minus, (a, b) -> a + b > 0 ? 100 * Math.abs(a - b) / (a + b) : 0);
  }
}
