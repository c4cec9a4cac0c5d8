package io.tradinggym.allocator.drift;

import java.util.Arrays;

/**
 * The largest distance D of the two empirical distribution functions. Its p-value is exact: the share of all ways to
 * mix the two samples whose distance is at least D, counted on the lattice of their sizes. Ties make it too large,
 * never too small.
 *
 * @see <a href="https://doi.org/10.1007/BF02589501">Hodges (1958)</a>
 */
public final class KolmogorovSmirnov implements TwoSampleTest {
  /** Of a distance that is a multiple of 1/(nm), in units of it. */
  private static final double ROUNDING = 1e-7;

  /** The test. */
  public KolmogorovSmirnov() {}

  @Override
  public double statistic(double[] reference, double[] sample) {
    double[] x = Check.sample("the reference", reference, 1).clone();
    double[] y = Check.sample("the sample", sample, 1).clone();
    Arrays.sort(x);
    Arrays.sort(y);
    int i = 0;
    int j = 0;
    double largest = 0;
    while (i < x.length && j < y.length) {
      double at = Math.min(x[i], y[j]);
      while (i < x.length && x[i] == at) {
        i++;
      }
      while (j < y.length && y[j] == at) {
        j++;
      }
      largest = Math.max(largest, Math.abs((double) i / x.length - (double) j / y.length));
    }
    return largest;
  }

  @Override
  public double pValue(double[] reference, double[] sample) {
    return exceedance(statistic(reference, sample), reference.length, sample.length);
  }

  /** The chance that the distance of samples of n and m numbers of one law is at least d. */
  static double exceedance(double d, int n, int m) {
    // inside[j] is the chance that a random path from (0, 0) to (i, j) has stayed nearer than d.
    double limit = d * n * m - ROUNDING;
    double[] inside = new double[m + 1];
    for (int i = 0; i <= n; i++) {
      for (int j = 0; j <= m; j++) {
        if (Math.abs((double) i * m - (double) j * n) >= limit) {
          inside[j] = 0;
        } else if (i == 0 && j == 0) {
          inside[j] = 1;
        } else {
          // Of all paths to (i, j) the share i / (i + j) comes from (i - 1, j).
          double fromBelow = i == 0 ? 0 : inside[j] * i / (i + j);
          double fromLeft = j == 0 ? 0 : inside[j - 1] * j / (i + j);
          inside[j] = fromBelow + fromLeft;
        }
      }
    }
    return 1 - inside[m];
  }
}
