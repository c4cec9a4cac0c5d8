package io.tradinggym.data.feature;

/**
 * The spread that the ranges of two days betray: a day's high is a buy and its low a sale, and over two days the
 * variance doubles while the spread does not.
 *
 * @see <a href="https://doi.org/10.1111/j.1540-6261.2012.01729.x">Corwin and Schultz (2012)</a>
 */
final class CorwinSchultz {
  private static final double SCALE = 3 - 2 * Math.sqrt(2);

  private CorwinSchultz() {}

  /** The spread of two days as a fraction of the price, possibly negative; the second day moved back over the gap. */
  static Column daily(Graph g) {
    return g.column(
        "corwinSchultz",
        1,
        (out, from, to) -> {
          double[] h = g.high().values();
          double[] l = g.low().values();
          double[] c = g.close().values();
          for (int t = from; t < to; t++) {
            double gap = Math.max(0, l[t] - c[t - 1]) + Math.min(0, h[t] - c[t - 1]);
            out[t] = spread(h[t - 1], l[t - 1], h[t] - gap, l[t] - gap);
          }
        },
        g.close());
  }

  private static double spread(double h0, double l0, double h1, double l1) {
    double first = StrictMath.log(h0 / l0);
    double second = StrictMath.log(h1 / l1);
    double both = StrictMath.log(Math.max(h0, h1) / Math.min(l0, l1));
    double beta = first * first + second * second;
    double gamma = both * both;
    double alpha = (Math.sqrt(2 * beta) - Math.sqrt(beta)) / SCALE - Math.sqrt(gamma / SCALE);
    double e = StrictMath.exp(alpha);
    return 2 * (e - 1) / (1 + e);
  }
}
