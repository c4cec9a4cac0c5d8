package io.tradinggym.allocator.regime;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Mean number of bars to the alarm of {@link Cusum} on normal numbers, exactly: the integral equation
 *
 * <pre>
 *   L(s) = 1 + L(0) Phi(k - mu - s) + integral over 0..h of L(y) phi(y + k - mu - s) dy
 * </pre>
 *
 * solved by Gauss-Legendre quadrature (Nystroem's method).
 *
 * @see <a href="https://doi.org/10.1093/biomet/41.1-2.100">Page (1954), eq. 5</a>
 */
public final class CusumRunLength {
  private static final int NODES = 48;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double CLOSE = 1e-12;

  private CusumRunLength() {}

  /**
   * {@return the mean number of bars to the alarm, from a statistic of 0}
   *
   * @param reference k of the detector, &gt; 0
   * @param threshold h of the detector, &gt; 0
   * @param mean of the numbers, whose standard deviation is 1
   */
  public static double mean(double reference, double threshold, double mean) {
    Check.positive("reference", reference);
    Check.positive("threshold", threshold);
    double drift = reference - Check.finite("mean", mean);
    double[] nodes = new double[NODES];
    double[] weights = new double[NODES];
    legendre(nodes, weights, threshold);
    int n = NODES + 1; // the last unknown is L(0)
    double[][] a = new double[n][n + 1];
    for (int i = 0; i < n; i++) {
      double s = i < NODES ? nodes[i] : 0;
      for (int j = 0; j < NODES; j++) {
        a[i][j] = -weights[j] * NORMAL.density(nodes[j] + drift - s);
      }
      a[i][NODES] = -NORMAL.cumulativeProbability(drift - s);
      a[i][i] += 1;
      a[i][n] = 1;
    }
    return solveLast(a);
  }

  /**
   * {@return the threshold at which false alarms are so many bars apart on average}
   *
   * @param reference k of the detector, &gt; 0: half of the rise that matters, in standard deviations
   * @param bars mean bars from one false alarm to the next, in (2, 1e7)
   */
  public static double threshold(double reference, double bars) {
    if (!(bars > 2 && bars < 1e7)) {
      throw new IllegalArgumentException("bars must be in (2, 1e7), was " + bars);
    }
    double low = 0.01;
    double high = 1;
    while (mean(reference, high, 0) < bars) {
      high *= 2;
    }
    while (high - low > CLOSE * high) {
      double middle = (low + high) / 2;
      if (mean(reference, middle, 0) < bars) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** Nodes and weights on [0, length], by Newton's method on the Legendre polynomials. */
  private static void legendre(double[] nodes, double[] weights, double length) {
    int n = nodes.length;
    for (int i = 0; i < n; i++) {
      double x = StrictMath.cos(Math.PI * (i + 0.75) / (n + 0.5));
      double slope = 1;
      for (int pass = 0; pass < 20; pass++) {
        double before = 1;
        double now = x;
        for (int k = 2; k <= n; k++) {
          double next = ((2 * k - 1) * x * now - (k - 1) * before) / k;
          before = now;
          now = next;
        }
        slope = n * (x * now - before) / (x * x - 1);
        x -= now / slope;
      }
      nodes[i] = length * (1 - x) / 2;
      weights[i] = length / ((1 - x * x) * slope * slope);
    }
  }

  /** The last unknown of a linear system with its right side as last column, by elimination with pivots. */
  private static double solveLast(double[][] a) {
    int n = a.length;
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int i = k + 1; i < n; i++) {
        pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
      }
      double[] row = a[pivot];
      a[pivot] = a[k];
      a[k] = row;
      for (int i = k + 1; i < n; i++) {
        double factor = a[i][k] / row[k];
        for (int j = k; j <= n; j++) {
          a[i][j] -= factor * row[j];
        }
      }
    }
    return a[n - 1][n] / a[n - 1][n - 1];
  }
}
