package io.tradinggym.data.feature;

/** Moving averages. Each is known at its bar's close and seeded as its formula says. */
final class Averages {
  /** What a recursive average starts from. */
  enum Seed {
    /** The simple average of its first n numbers, at the n-th. */
    SIMPLE,
    /** Its first number. */
    FIRST
  }

  private Averages() {}

  /** Mean of the last n. */
  static Column simple(Graph g, Column x, int n) {
    Column sum = Rolling.sum(g, x, n);
    return g.column(
        "sma(" + x.key() + "," + n + ")",
        0,
        (out, from, to) -> {
          double[] s = sum.values();
          for (int t = from; t < to; t++) {
            out[t] = s[t] / n;
          }
        },
        sum);
  }

  /** {@code a = 2 / (n + 1)}. */
  static Column exponential(Graph g, Column x, int n) {
    return recursive(g, x, n, 2.0 / (n + 1), Seed.SIMPLE);
  }

  /** {@code a = 1 / n}. */
  static Column wilder(Graph g, Column x, int n) {
    return recursive(g, x, n, 1.0 / n, Seed.SIMPLE);
  }

  /** {@code e += a (x - e)}. */
  static Column recursive(Graph g, Column x, int n, double a, Seed seed) {
    return g.column(
        "recursive(" + x.key() + "," + n + "," + a + "," + seed + ")",
        seed == Seed.SIMPLE ? n - 1 : 0,
        (out, from, to) -> {
          double[] v = x.values();
          int t = from;
          int first = x.first() + (seed == Seed.SIMPLE ? n - 1 : 0);
          if (t == first) {
            double sum = 0;
            for (int i = x.first(); i <= first; i++) {
              sum += v[i];
            }
            out[t++] = sum / (first - x.first() + 1);
          }
          if (t < to) {
            double e = out[t - 1];
            for (; t < to; t++) {
              e += a * (v[t] - e);
              out[t] = e;
            }
          }
        },
        x);
  }

  /** Linearly weighted, the newest n times as heavy as the oldest. */
  static Column weighted(Graph g, Column x, int n) {
    double total = n * (n + 1) / 2.0;
    return g.column(
        "wma(" + x.key() + "," + n + ")",
        n - 1,
        (out, from, to) -> {
          double[] v = x.values();
          for (int t = from; t < to; t++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
              sum += (n - i) * v[t - i];
            }
            out[t] = sum / total;
          }
        },
        x);
  }

  /** Hull's: {@code WMA_sqrt(n)(2 WMA_n/2 - WMA_n)}. */
  static Column hull(Graph g, Column x, int n) {
    Column slow = weighted(g, x, n);
    Column fast = weighted(g, x, Math.max(1, n / 2));
    Column twice = Pointwise.plus(g, Pointwise.times(g, 2, fast), -1, slow);
    return weighted(g, twice, Math.max(1, (int) Math.round(Math.sqrt(n))));
  }

  /** Mulloy's double exponential: {@code 2 e - EMA(e)}. */
  static Column doubleExponential(Graph g, Column x, int n) {
    Column e = exponential(g, x, n);
    return Pointwise.plus(g, Pointwise.times(g, 2, e), -1, exponential(g, e, n));
  }

  /** Mulloy's triple exponential: {@code 3 e - 3 EMA(e) + EMA(EMA(e))}. */
  static Column tripleExponential(Graph g, Column x, int n) {
    Column e = exponential(g, x, n);
    Column ee = exponential(g, e, n);
    Column eee = exponential(g, ee, n);
    return Pointwise.plus(g, Pointwise.times(g, 3, Pointwise.minus(g, e, ee)), 1, eee);
  }

  /** Simple average of a simple average, each over half the bars: triangular weights. */
  static Column triangular(Graph g, Column x, int n) {
    return simple(g, simple(g, x, (n + 2) / 2), (n + 1) / 2);
  }

  /** Exponential average of {@code 2 x - x of (n - 1) / 2 bars ago} (Ehlers and Way). */
  static Column zeroLag(Graph g, Column x, int n) {
    Column doubled = Pointwise.times(g, 2, x);
    return exponential(g, Pointwise.plus(g, doubled, -1, Pointwise.ago(g, x, (n - 1) / 2)), n);
  }

  /** Mean of the last n, weighted by another column; the simple average where all weights are 0. */
  static Column weightedBy(Graph g, Column x, Column weight, int n) {
    Column product = Pointwise.map(g, "product", x, weight, (a, b) -> a * b);
    Column top = Rolling.sum(g, product, n);
    Column bottom = Rolling.sum(g, weight, n);
    Column plain = simple(g, x, n);
    return g.column(
        "weightedBy(" + x.key() + "," + weight.key() + "," + n + ")",
        0,
        (out, from, to) -> {
          double[] a = top.values();
          double[] b = bottom.values();
          double[] c = plain.values();
          for (int t = from; t < to; t++) {
            out[t] = b[t] > 0 ? a[t] / b[t] : c[t];
          }
        },
        top,
        bottom,
        plain);
  }

  /**
   * Kaufman's adaptive: its weight is {@code (ER (2/(fast+1) - 2/(slow+1)) + 2/(slow+1))^2} with the efficiency ratio
   * ER over n bars; starts at the close before the first ratio.
   */
  static Column adaptive(Graph g, Column x, int n, int fast, int slow) {
    Column efficiency = Rolling.efficiency(g, x, n);
    double quick = 2.0 / (fast + 1);
    double lazy = 2.0 / (slow + 1);
    return g.column(
        "kama(" + x.key() + "," + n + "," + fast + "," + slow + ")",
        0,
        (out, from, to) -> {
          double[] v = x.values();
          double[] er = efficiency.values();
          double k = from == efficiency.first() ? v[from - 1] : out[from - 1];
          for (int t = from; t < to; t++) {
            double weight = er[t] * (quick - lazy) + lazy;
            k += weight * weight * (v[t] - k);
            out[t] = k;
          }
        },
        x,
        efficiency);
  }
}
