package io.tradinggym.data.feature;

/** Volume by direction. */
final class Flow {
  private Flow() {}

  /** On-balance volume: 0 at the first bar; equal closes add nothing. */
  static Column onBalance(Graph g) {
    return g.column(
        "onBalance",
        0,
        (out, from, to) -> {
          double[] c = g.close().values();
          double[] v = g.volume().values();
          for (int t = from; t < to; t++) {
            out[t] = t == 0 ? 0 : out[t - 1] + Math.signum(c[t] - c[t - 1]) * v[t];
          }
        },
        g.close());
  }

  /** Sum from the first bar on. */
  static Column cumulative(Graph g, Column x) {
    return g.column(
        "cumulative(" + x.key() + ")",
        0,
        (out, from, to) -> {
          double[] v = x.values();
          for (int t = from; t < to; t++) {
            out[t] = t == x.first() ? v[t] : out[t - 1] + v[t];
          }
        },
        x);
  }

  /** Where in its range a bar closed, -1 at the low to 1 at the high, times its volume; 0 without a range. */
  static Column accumulation(Graph g) {
    return g.column(
        "accumulation",
        0,
        (out, from, to) -> {
          double[] h = g.high().values();
          double[] l = g.low().values();
          double[] c = g.close().values();
          double[] v = g.volume().values();
          for (int t = from; t < to; t++) {
            double range = h[t] - l[t];
            out[t] = range > 0 ? (c[t] - l[t] - (h[t] - c[t])) / range * v[t] : 0;
          }
        },
        g.close());
  }
}
