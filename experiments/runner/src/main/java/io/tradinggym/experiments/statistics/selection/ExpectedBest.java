package io.tradinggym.experiments.statistics.selection;

import io.tradinggym.experiments.statistics.Sample;
import java.util.random.RandomGenerator;

/**
 * What the best of some worthless trials would be expected to show, when trials resemble each other: the mean of the
 * maximum of N(0, C), C the trials' correlation, by simulation. Neither the number of trials (too hard on a search
 * that tries the same thing again and again) nor the number of clusters (too kind) stands in for it.
 *
 * <p>The correlation of returns is shrunk towards independence before it is used, C = (1 - s) R + s I with s the share
 * of sampling error in it: mean of (1 - r^2)^2 / (T - 1) over mean of r^2, over all pairs, at most 1.
 *
 * @see <a href="https://doi.org/10.2202/1544-6115.1175">Schaefer and Strimmer (2005), A shrinkage approach to
 *     large-scale covariance matrix estimation</a>
 */
public final class ExpectedBest {
  private static final double TOLERANCE = 1e-9;

  private ExpectedBest() {}

  /**
   * Expected maximum, in standard deviations of the trials' Sharpe ratios.
   *
   * @param correlation [trial][trial], symmetric, ones on the diagonal, positive semi-definite
   * @param draws >= 1; 100,000 give two digits after the point
   */
  public static double of(double[][] correlation, int draws, RandomGenerator random) {
    if (draws < 1) {
      throw new IllegalArgumentException("draws must be >= 1, was " + draws);
    }
    double[][] root = root(correlation);
    int n = root.length;
    double[] normal = new double[n];
    double sum = 0;
    for (int draw = 0; draw < draws; draw++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < n; i++) {
        normal[i] = random.nextGaussian();
        double value = 0;
        for (int j = 0; j <= i; j++) {
          value += root[i][j] * normal[j];
        }
        largest = Math.max(largest, value);
      }
      sum += largest;
    }
    return sum / draws;
  }

  /**
   * The shrunk correlation of trials' returns; a trial that never varies is correlated with none.
   *
   * @param returns [trial][period], of one length, at least 3 periods, all finite
   */
  public static double[][] correlation(double[][] returns) {
    int n = returns.length;
    for (int i = 0; i < n; i++) {
      Sample.requireFinite("returns[" + i + "]", returns[i]);
    }
    double[][] correlation = new double[n][n];
    double error = 0;
    double signal = 0;
    for (int i = 0; i < n; i++) {
      correlation[i][i] = 1;
      for (int j = 0; j < i; j++) {
        double r = Sample.correlation(returns[i], returns[j]);
        r = Double.isNaN(r) ? 0 : r;
        correlation[i][j] = r;
        correlation[j][i] = r;
        error += (1 - r * r) * (1 - r * r) / (returns[i].length - 1);
        signal += r * r;
      }
    }
    double shrink = signal > 0 ? Math.min(1, error / signal) : 1;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        correlation[i][j] *= i == j ? 1 : 1 - shrink;
      }
    }
    return correlation;
  }

  /** Lower triangle L with L L' = C; a trial that others determine gets an empty column. */
  private static double[][] root(double[][] c) {
    int n = c.length;
    double[][] root = new double[n][n];
    for (int i = 0; i < n; i++) {
      if (c[i].length != n || !(Math.abs(c[i][i] - 1) <= TOLERANCE)) {
        throw new IllegalArgumentException(
            "correlation must be square with ones on its diagonal, row " + i + " is not");
      }
      for (int j = 0; j <= i; j++) {
        if (!(Math.abs(c[i][j] - c[j][i]) <= TOLERANCE)) {
          throw new IllegalArgumentException(
              "correlation must be symmetric, was %s at [%d][%d] and %s at [%d][%d]"
                  .formatted(c[i][j], i, j, c[j][i], j, i));
        }
        double rest = c[i][j];
        for (int k = 0; k < j; k++) {
          rest -= root[i][k] * root[j][k];
        }
        if (i == j && rest < -TOLERANCE) {
          throw new IllegalArgumentException(
              "correlation must be positive semi-definite; row " + i + " contradicts those before");
        }
        root[i][j] =
            i == j ? Math.sqrt(Math.max(rest, 0)) : root[j][j] > TOLERANCE ? rest / root[j][j] : 0;
      }
    }
    return root;
  }
}
