package io.tradinggym.data.feature;

/** Statistics of the last n numbers, the present one included. */
final class Rolling {
  private Rolling() {}

  /**
   * Sum. It moves by what comes and what goes, and is taken afresh once in n bars, so that rounding errors do not pile
   * up.
   */
  static Column sum(Graph g, Column x, int n) {
    return g.column(
        "sum(" + x.key() + "," + n + ")",
        n - 1,
        (out, from, to) -> {
          double[] v = x.values();
          int first = x.first() + n - 1;
          for (int t = from; t < to; t++) {
            out[t] = (t - first) % n == 0 ? afresh(v, t, n) : out[t - 1] + (v[t] - v[t - n]);
          }
        },
        x);
  }

  private static double afresh(double[] v, int t, int n) {
    double sum = 0;
    for (int i = t - n + 1; i <= t; i++) {
      sum += v[i];
    }
    return sum;
  }

  /** Largest. */
  static Column max(Graph g, Column x, int n) {
    return g.column(
        "max(" + x.key() + "," + n + ")",
        n - 1,
        (out, from, to) -> {
          double[] v = x.values();
          int first = x.first() + n - 1;
          for (int t = from; t < to; t++) {
            out[t] =
                t == first || v[t - n] == out[t - 1]
                    ? largest(v, t, n)
                    : Math.max(out[t - 1], v[t]);
          }
        },
        x);
  }

  private static double largest(double[] v, int t, int n) {
    double best = v[t];
    for (int i = 1; i < n; i++) {
      best = Math.max(best, v[t - i]);
    }
    return best;
  }

  /** Smallest. */
  static Column min(Graph g, Column x, int n) {
    return g.column(
        "min(" + x.key() + "," + n + ")",
        n - 1,
        (out, from, to) -> {
          double[] v = x.values();
          int first = x.first() + n - 1;
          for (int t = from; t < to; t++) {
            out[t] =
                t == first || v[t - n] == out[t - 1]
                    ? smallest(v, t, n)
                    : Math.min(out[t - 1], v[t]);
          }
        },
        x);
  }

  private static double smallest(double[] v, int t, int n) {
    double best = v[t];
    for (int i = 1; i < n; i++) {
      best = Math.min(best, v[t - i]);
    }
    return best;
  }

  /** Bars since the largest, the newest if there are several. */
  static Column sinceMax(Graph g, Column x, int n) {
    return g.column(
        "sinceMax(" + x.key() + "," + n + ")",
        n - 1,
        (out, from, to) -> {
          double[] v = x.values();
          for (int t = from; t < to; t++) {
            int at = 0;
            for (int i = 1; i < n; i++) {
              if (v[t - i] > v[t - at]) {
                at = i;
              }
            }
            out[t] = at;
          }
        },
        x);
  }

  /** Variance in two passes, for prices are far from zero; divisor {@code n - ddof}. */
  static Column variance(Graph g, Column x, int n, int ddof) {
    return g.column(
        "variance(" + x.key() + "," + n + "," + ddof + ")",
        n - 1,
        (out, from, to) -> {
          double[] v = x.values();
          for (int t = from; t < to; t++) {
            out[t] = squares(v, t, n) / (n - ddof);
          }
        },
        x);
  }

  /** Sum of squared distances from the mean; four sums at a time, for one waits for itself. */
  private static double squares(double[] v, int t, int n) {
    int start = t - n + 1;
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = start;
    for (; i + 3 <= t; i += 4) {
      a += v[i];
      b += v[i + 1];
      c += v[i + 2];
      d += v[i + 3];
    }
    for (; i <= t; i++) {
      a += v[i];
    }
    double mean = (a + b + (c + d)) / n;
    a = 0;
    b = 0;
    c = 0;
    d = 0;
    for (i = start; i + 3 <= t; i += 4) {
      double p = v[i] - mean;
      double q = v[i + 1] - mean;
      double r = v[i + 2] - mean;
      double s = v[i + 3] - mean;
      a += p * p;
      b += q * q;
      c += r * r;
      d += s * s;
    }
    for (; i <= t; i++) {
      double p = v[i] - mean;
      a += p * p;
    }
    return a + b + (c + d);
  }

  /** Standard deviation. */
  static Column deviation(Graph g, Column x, int n, int ddof) {
    Column variance = variance(g, x, n, ddof);
    return g.column(
        "deviation(" + x.key() + "," + n + "," + ddof + ")",
        0,
        (out, from, to) -> {
          double[] v = variance.values();
          for (int t = from; t < to; t++) {
            out[t] = Math.sqrt(v[t]);
          }
        },
        variance);
  }

  /** Mean distance from the mean. */
  static Column meanDeviation(Graph g, Column x, int n) {
    Column mean = Averages.simple(g, x, n);
    return g.column(
        "meanDeviation(" + x.key() + "," + n + ")",
        0,
        (out, from, to) -> {
          double[] v = x.values();
          double[] m = mean.values();
          for (int t = from; t < to; t++) {
            double middle = m[t];
            double a = 0;
            double b = 0;
            int i = t - n + 1;
            for (; i + 1 <= t; i += 2) {
              a += Math.abs(v[i] - middle);
              b += Math.abs(v[i + 1] - middle);
            }
            if (i == t) {
              a += Math.abs(v[i] - middle);
            }
            out[t] = (a + b) / n;
          }
        },
        mean);
  }

  /** Slope of the least-squares line over time, per bar; n at least 2. */
  static Column slope(Graph g, Column x, int n) {
    double middle = (n - 1) / 2.0;
    double spread = n * ((double) n * n - 1) / 12;
    return g.column(
        "slope(" + x.key() + "," + n + ")",
        n - 1,
        (out, from, to) -> {
          double[] v = x.values();
          for (int t = from; t < to; t++) {
            // Distances from the newest number: large levels cancel before they are multiplied.
            double last = v[t];
            double sum = 0;
            for (int i = 0; i < n; i++) {
              sum += (i - middle) * (v[t - n + 1 + i] - last);
            }
            out[t] = sum / spread;
          }
        },
        x);
  }

  /** {@code n cov(x, y)}: sum of products of distances from the means. */
  static Column codeviation(Graph g, Column x, Column y, int n) {
    Column meanX = Averages.simple(g, x, n);
    Column meanY = Averages.simple(g, y, n);
    return g.column(
        "codeviation(" + x.key() + "," + y.key() + "," + n + ")",
        0,
        (out, from, to) -> {
          double[] a = x.values();
          double[] b = y.values();
          double[] ma = meanX.values();
          double[] mb = meanY.values();
          for (int t = from; t < to; t++) {
            double mx = ma[t];
            double my = mb[t];
            double even = 0;
            double odd = 0;
            int i = t - n + 1;
            for (; i + 1 <= t; i += 2) {
              even += (a[i] - mx) * (b[i] - my);
              odd += (a[i + 1] - mx) * (b[i + 1] - my);
            }
            if (i == t) {
              even += (a[i] - mx) * (b[i] - my);
            }
            out[t] = even + odd;
          }
        },
        meanX,
        meanY);
  }

  /** Pearson's correlation; 0 if one stands still. */
  static Column correlation(Graph g, Column x, Column y, int n) {
    Column both = codeviation(g, x, y, n);
    Column varX = variance(g, x, n, 0);
    Column varY = variance(g, y, n, 0);
    return g.column(
        "correlation(" + x.key() + "," + y.key() + "," + n + ")",
        0,
        (out, from, to) -> {
          double[] c = both.values();
          double[] a = varX.values();
          double[] b = varY.values();
          for (int t = from; t < to; t++) {
            double scale = Math.sqrt(a[t] * b[t]) * n;
            out[t] = scale > 0 ? Math.max(-1, Math.min(1, c[t] / scale)) : 0;
          }
        },
        both,
        varX,
        varY);
  }

  /** Slope of the regression of x on y; 0 if y stands still. */
  static Column beta(Graph g, Column x, Column y, int n) {
    Column both = codeviation(g, x, y, n);
    Column varY = variance(g, y, n, 0);
    return Pointwise.ratio(g, Pointwise.times(g, 1.0 / n, both), varY, 0);
  }

  /** Kaufman's efficiency ratio: the way from n bars ago over the path that was walked; 0 if it stood still. */
  static Column efficiency(Graph g, Column x, int n) {
    Column way = Pointwise.map(g, "abs", Pointwise.change(g, x, n), Math::abs);
    Column path = sum(g, Pointwise.map(g, "abs", Pointwise.change(g, x, 1), Math::abs), n);
    return Pointwise.map(g, "efficiency", way, path, (w, p) -> p > 0 ? Math.min(1, w / p) : 0);
  }

  /** Share of the n numbers before that are below the present one. */
  static Column rank(Graph g, Column x, int n) {
    return g.column(
        "rank(" + x.key() + "," + n + ")",
        n,
        (out, from, to) -> {
          double[] v = x.values();
          for (int t = from; t < to; t++) {
            int below = 0;
            for (int i = 1; i <= n; i++) {
              below += v[t - i] < v[t] ? 1 : 0;
            }
            out[t] = (double) below / n;
          }
        },
        x);
  }

  /** Numbers among the last n, the present one included, that are smaller than the present one. */
  static Column smaller(Graph g, Column x, int n) {
    return g.column(
        "smaller(" + x.key() + "," + n + ")",
        n - 1,
        (out, from, to) -> {
          double[] v = x.values();
          for (int t = from; t < to; t++) {
            int below = 0;
            for (int i = 1; i < n; i++) {
              below += v[t - i] < v[t] ? 1 : 0;
            }
            out[t] = below;
          }
        },
        x);
  }

  /** Standardised moment of the population, 3 or 4; 0 if nothing moves. */
  static Column moment(Graph g, Column x, int n, int order) {
    Column mean = Averages.simple(g, x, n);
    return g.column(
        "moment(" + x.key() + "," + n + "," + order + ")",
        0,
        (out, from, to) -> {
          double[] v = x.values();
          for (int t = from; t < to; t++) {
            double m = mean.values()[t];
            double squares = 0;
            double powers = 0;
            for (int i = t - n + 1; i <= t; i++) {
              double d = v[i] - m;
              squares += d * d;
              powers += order == 3 ? d * d * d : d * d * (d * d);
            }
            double variance = squares / n;
            double scale = order == 3 ? variance * Math.sqrt(variance) : variance * variance;
            out[t] = scale > 0 ? powers / n / scale : 0;
          }
        },
        mean);
  }
}
