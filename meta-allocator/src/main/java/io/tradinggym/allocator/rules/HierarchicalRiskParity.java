package io.tradinggym.allocator.rules;

import java.util.Arrays;

/**
 * Capital split down a tree of similar assets, by inverse variance at each branching; no matrix is inverted, so a
 * covariance from few observations does little harm.
 *
 * <ol>
 *   <li>distance {@code d_ij = sqrt((1 - rho_ij) / 2)}, and between columns {@code D_ij = |d_i - d_j|};
 *   <li>single-linkage tree on D, its leaves in order from left to right;
 *   <li>the ordered list is halved again and again; the halves get capital {@code 1 - v/(v + v')}, v the variance of a
 *       half under its own inverse-variance weights.
 * </ol>
 *
 * @see <a href="https://doi.org/10.3905/jpm.2016.42.4.059">Lopez de Prado (2016)</a>
 */
public final class HierarchicalRiskParity implements RiskRule {
  private final int size;
  private final double[] distance;
  private final double[] between;
  private final int[] order;
  private final int[] start;
  private final int[] length;
  private final int[] scratch;

  /**
   * The rule for so many assets, at least 2.
   *
   * @param assets number of assets, at least 2
   */
  public HierarchicalRiskParity(int assets) {
    size = Check.size(assets);
    distance = new double[assets * assets];
    between = new double[assets * assets];
    order = new int[assets];
    start = new int[assets];
    length = new int[assets];
    scratch = new int[assets];
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void weights(double[] covariance, double[] out) {
    Check.length(out, size);
    measure(covariance);
    link();
    Arrays.fill(out, 1);
    split(covariance, 0, size, out);
  }

  private void measure(double[] covariance) {
    for (int i = 0; i < size; i++) {
      double variance = covariance[i * size + i];
      if (!(variance > 0)) {
        throw new IllegalArgumentException(
            "variance of asset " + i + " must be > 0, was " + variance);
      }
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double scale = StrictMath.sqrt(covariance[i * size + i] * covariance[j * size + j]);
        double rho = Math.clamp(covariance[i * size + j] / scale, -1, 1);
        distance[i * size + j] = i == j ? 0 : StrictMath.sqrt((1 - rho) / 2);
      }
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double squares = 0;
        for (int k = 0; k < size; k++) {
          double gap = distance[i * size + k] - distance[j * size + k];
          squares += gap * gap;
        }
        between[i * size + j] = StrictMath.sqrt(squares);
      }
    }
  }

  /**
   * Merges the nearest groups until one is left. Groups are runs of {@link #order}; of a merged pair the one that was
   * made first comes first, as in the usual linkage tables.
   */
  private void link() {
    int groups = size;
    for (int i = 0; i < size; i++) {
      order[i] = i;
      start[i] = i;
      length[i] = 1;
    }
    while (groups > 1) {
      int left = 0;
      int right = 1;
      double least = Double.POSITIVE_INFINITY;
      for (int a = 0; a < groups; a++) {
        for (int b = a + 1; b < groups; b++) {
          double gap = gap(a, b);
          if (gap < least) {
            least = gap;
            left = a;
            right = b;
          }
        }
      }
      groups = merge(left, right, groups);
    }
  }

  private double gap(int a, int b) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = start[a]; i < start[a] + length[a]; i++) {
      for (int j = start[b]; j < start[b] + length[b]; j++) {
        least = Math.min(least, between[order[i] * size + order[j]]);
      }
    }
    return least;
  }

  /** Takes two groups out and puts their union at the end, the leaves laid out anew in the order of groups. */
  private int merge(int left, int right, int groups) {
    int at = 0;
    int kept = 0;
    System.arraycopy(order, 0, scratch, 0, size);
    int joined = length[left] + length[right];
    int leftStart = start[left];
    int leftLength = length[left];
    int rightStart = start[right];
    int rightLength = length[right];
    for (int group = 0; group < groups; group++) {
      if (group != left && group != right) {
        System.arraycopy(scratch, start[group], order, at, length[group]);
        int count = length[group];
        start[kept] = at;
        length[kept++] = count;
        at += count;
      }
    }
    System.arraycopy(scratch, leftStart, order, at, leftLength);
    System.arraycopy(scratch, rightStart, order, at + leftLength, rightLength);
    start[kept] = at;
    length[kept] = joined;
    return kept + 1;
  }

  private void split(double[] covariance, int from, int to, double[] out) {
    if (to - from < 2) {
      return;
    }
    int middle = from + (to - from) / 2;
    double low = variance(covariance, from, middle);
    double high = variance(covariance, middle, to);
    double share = 1 - low / (low + high);
    for (int i = from; i < to; i++) {
      out[order[i]] *= i < middle ? share : 1 - share;
    }
    split(covariance, from, middle, out);
    split(covariance, middle, to, out);
  }

  /** Of a run of leaves under inverse-variance weights. */
  private double variance(double[] covariance, int from, int to) {
    double total = 0;
    for (int i = from; i < to; i++) {
      total += 1 / covariance[order[i] * size + order[i]];
    }
    double variance = 0;
    for (int i = from; i < to; i++) {
      for (int j = from; j < to; j++) {
        double weights =
            1 / covariance[order[i] * size + order[i]] / covariance[order[j] * size + order[j]];
        variance += weights * covariance[order[i] * size + order[j]];
      }
    }
    return variance / (total * total);
  }
}
