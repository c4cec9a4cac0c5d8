package io.tradinggym.allocator.drift;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;

/**
 * Squared maximum mean discrepancy under the kernel {@code exp(-d^2 / (2 bandwidth^2))}: 0 only where the laws are the
 * same, so it sees every kind of change. The p-value is by permutation.
 *
 * @see <a href="https://jmlr.org/papers/v13/gretton12a.html">Gretton et al. (2012)</a>
 */
public final class MeanDiscrepancy implements TwoSampleTest {
  private final double bandwidth;
  private final int permutations;
  private final long seed;

  /**
   * The test.
   *
   * @param bandwidth of the kernel in the unit of the numbers, &gt; 0; about their standard deviation
   * @param permutations of the p-value, at least 1; its least value is 1 / (permutations + 1)
   * @param seed of the permutations, any number; the same seed gives the same p-value
   */
  public MeanDiscrepancy(double bandwidth, int permutations, long seed) {
    this.bandwidth = Check.positive("bandwidth", bandwidth);
    this.permutations = Check.atLeast("permutations", permutations, 1);
    this.seed = seed;
  }

  /** The unbiased estimate; it may be negative. */
  @Override
  public double statistic(double[] reference, double[] sample) {
    Check.sample("the reference", reference, 2);
    Check.sample("the sample", sample, 2);
    double n = reference.length;
    double m = sample.length;
    return (sum(reference, reference) - n) / (n * (n - 1))
        + (sum(sample, sample) - m) / (m * (m - 1))
        - 2 * sum(reference, sample) / (n * m);
  }

  /**
   * {@return the biased estimate, the squared distance of the two samples themselves; never negative}
   *
   * @param reference the sample that is compared with, at least one finite number
   * @param sample the newer sample, at least one finite number
   */
  public double biased(double[] reference, double[] sample) {
    double n = Check.sample("the reference", reference, 1).length;
    double m = Check.sample("the sample", sample, 1).length;
    return sum(reference, reference) / (n * n)
        + sum(sample, sample) / (m * m)
        - 2 * sum(reference, sample) / (n * m);
  }

  private double sum(double[] a, double[] b) {
    double sum = 0;
    for (double x : a) {
      for (double y : b) {
        sum += kernel(x - y);
      }
    }
    return sum;
  }

  private double kernel(double gap) {
    double z = gap / bandwidth;
    return StrictMath.exp(-z * z / 2);
  }

  @Override
  public double pValue(double[] reference, double[] sample) {
    int n = reference.length;
    int all = n + sample.length;
    double[] pooled = new double[all];
    System.arraycopy(reference, 0, pooled, 0, n);
    System.arraycopy(sample, 0, pooled, n, sample.length);
    double[][] kernels = new double[all][all];
    int[] order = new int[all];
    for (int i = 0; i < all; i++) {
      order[i] = i;
      for (int j = 0; j < all; j++) {
        kernels[i][j] = kernel(pooled[i] - pooled[j]);
      }
    }
    double own = within(kernels, order, n);
    RandomStream random = RandomStreams.of(seed).stream("permutations");
    int atLeast = 1;
    for (int k = 0; k < permutations; k++) {
      for (int i = all - 1; i > 0; i--) {
        int j = random.integer(i + 1);
        int held = order[i];
        order[i] = order[j];
        order[j] = held;
      }
      atLeast += within(kernels, order, n) >= own ? 1 : 0;
    }
    return atLeast / (permutations + 1.0);
  }

  /** The statistic of the first n of an order against the rest. */
  private static double within(double[][] kernels, int[] order, int n) {
    int all = order.length;
    double first = 0;
    double second = 0;
    double across = 0;
    for (int i = 0; i < all; i++) {
      double[] row = kernels[order[i]];
      for (int j = i + 1; j < all; j++) {
        double value = row[order[j]];
        if (j < n) {
          first += value;
        } else if (i >= n) {
          second += value;
        } else {
          across += value;
        }
      }
    }
    double m = all - n;
    return 2 * first / ((double) n * (n - 1)) + 2 * second / (m * (m - 1)) - 2 * across / (n * m);
  }
}
