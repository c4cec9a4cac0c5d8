package io.tradinggym.data.feature;

import static io.tradinggym.data.feature.Pointwise.rateOfChange;

/** Patterns of several conditions: 1 where all hold, else 0. */
final class Flags {
  private Flags() {}

  static Column inside(Graph g) {
    return g.column(
        "inside",
        1,
        (out, from, to) -> {
          double[] h = g.high().values();
          double[] l = g.low().values();
          for (int t = from; t < to; t++) {
            out[t] = h[t] < h[t - 1] && l[t] > l[t - 1] ? 1 : 0;
          }
        },
        g.high());
  }

  static Column strongUptrend(Graph g) {
    Column fast = Averages.exponential(g, g.close(), 9);
    Column slow = Averages.exponential(g, g.close(), 21);
    Column rise = rateOfChange(g, g.close(), 10);
    return g.column(
        "strongUptrend",
        0,
        (out, from, to) -> {
          double[] c = g.close().values();
          double[] f = fast.values();
          double[] s = slow.values();
          double[] r = rise.values();
          for (int t = from; t < to; t++) {
            out[t] = c[t] > f[t] && f[t] > s[t] && r[t] > 5 ? 1 : 0;
          }
        },
        fast,
        slow,
        rise);
  }

  static Column consolidation(Graph g) {
    Column atr = Ranges.atr(g, 14);
    Column usual = Averages.simple(g, atr, 14);
    Column inside = inside(g);
    return g.column(
        "consolidation",
        0,
        (out, from, to) -> {
          double[] h = g.high().values();
          double[] l = g.low().values();
          double[] a = atr.values();
          double[] in = inside.values();
          for (int t = from; t < to; t++) {
            boolean tight = a[t] < usual.values()[t];
            for (int i = t - 2; i <= t && tight; i++) {
              tight = in[i] == 1 || h[i] - l[i] < 0.75 * a[i];
            }
            out[t] = tight ? 1 : 0;
          }
        },
        usual,
        inside);
  }

  static Column volumeDeclining(Graph g) {
    Column usual = Averages.simple(g, g.volume(), 5);
    return Pointwise.map(g, "declining", g.volume(), usual, (v, mean) -> v < 0.7 * mean ? 1 : 0);
  }

  static Column bullFlag(Graph g) {
    Column both = Pointwise.map(g, "both", strongUptrend(g), consolidation(g), (a, b) -> a * b);
    return Pointwise.map(g, "both", both, volumeDeclining(g), (a, b) -> a * b);
  }
}
