package io.tradinggym.signals.trees;

import java.util.Arrays;

/**
 * Exact Shapley values of a prediction, path-dependent: a feature that is not known is averaged over by the covers of
 * the training rows. They sum to the margin less the mean margin.
 *
 * @see <a href="https://arxiv.org/abs/1802.03888">Lundberg, Erion and Lee (2018), algorithm 2</a>
 */
public final class TreeShap {
  private final BoostedTrees model;
  private final double expected;

  /**
   * Values of this model.
   *
   * @param model the trees
   */
  public TreeShap(BoostedTrees model) {
    this.model = model;
    double sum = model.baseMargin();
    for (Tree tree : model.trees()) {
      sum += mean(tree, 0);
    }
    expected = sum;
  }

  private static double mean(Tree tree, int node) {
    if (tree.leaf(node)) {
      return tree.threshold()[node];
    }
    int left = tree.left()[node];
    int right = tree.right()[node];
    return (tree.cover()[left] * mean(tree, left) + tree.cover()[right] * mean(tree, right))
        / tree.cover()[node];
  }

  /** {@return the mean margin, base included: what is predicted where nothing is known} */
  public double expected() {
    return expected;
  }

  /**
   * {@return what each feature contributed to the margin of a row, by feature; with {@link #expected} they sum to
   * it}
   *
   * @param row values from {@code at}, NaN where missing
   * @param at index of the row's first number
   */
  public double[] contributions(float[] row, int at) {
    double[] phi = new double[model.features()];
    for (Tree tree : model.trees()) {
      new Walk(tree, row, at, phi).recurse(0, new Path(tree.depth() + 2), 0, 1, 1, -1);
    }
    return phi;
  }

  /** Features on the way to a node, each with the share of paths that take it if unknown and if known. */
  private static final class Path {
    private final int[] feature;
    private final double[] zero;
    private final double[] one;
    private final double[] weight;

    Path(int size) {
      feature = new int[size];
      zero = new double[size];
      one = new double[size];
      weight = new double[size];
    }

    Path copy(int length) {
      Path copy = new Path(feature.length);
      System.arraycopy(feature, 0, copy.feature, 0, length);
      System.arraycopy(zero, 0, copy.zero, 0, length);
      System.arraycopy(one, 0, copy.one, 0, length);
      System.arraycopy(weight, 0, copy.weight, 0, length);
      return copy;
    }

    void extend(int depth, double zeroShare, double oneShare, int of) {
      feature[depth] = of;
      zero[depth] = zeroShare;
      one[depth] = oneShare;
      weight[depth] = depth == 0 ? 1 : 0;
      for (int i = depth - 1; i >= 0; i--) {
        weight[i + 1] += oneShare * weight[i] * (i + 1) / (depth + 1);
        weight[i] = zeroShare * weight[i] * (depth - i) / (depth + 1);
      }
    }

    void unwind(int depth, int at) {
      double oneShare = one[at];
      double zeroShare = zero[at];
      double next = weight[depth];
      for (int i = depth - 1; i >= 0; i--) {
        if (oneShare != 0) {
          double before = weight[i];
          weight[i] = next * (depth + 1) / ((i + 1) * oneShare);
          next = before - weight[i] * zeroShare * (depth - i) / (depth + 1);
        } else {
          weight[i] = weight[i] * (depth + 1) / (zeroShare * (depth - i));
        }
      }
      for (int i = at; i < depth; i++) {
        feature[i] = feature[i + 1];
        zero[i] = zero[i + 1];
        one[i] = one[i + 1];
      }
    }

    /** The sum of weights without one feature. */
    double unwoundSum(int depth, int at) {
      Path without = copy(depth + 1);
      without.unwind(depth, at);
      return Arrays.stream(without.weight, 0, depth).sum();
    }
  }

  /** One row through one tree. */
  private record Walk(Tree tree, float[] row, int at, double[] phi) {
    void recurse(int node, Path from, int depth, double zero, double one, int feature) {
      Path path = from.copy(depth);
      path.extend(depth, zero, one, feature);
      if (tree.leaf(node)) {
        for (int i = 1; i <= depth; i++) {
          double weight = path.unwoundSum(depth, i);
          phi[path.feature[i]] += weight * (path.one[i] - path.zero[i]) * tree.threshold()[node];
        }
        return;
      }
      int split = tree.feature()[node];
      int hot = tree.child(node, row[at + split]);
      int cold = hot == tree.left()[node] ? tree.right()[node] : tree.left()[node];
      double zeroBefore = 1;
      double oneBefore = 1;
      int end = depth;
      for (int i = 1; i <= depth; i++) {
        if (path.feature[i] == split) {
          zeroBefore = path.zero[i];
          oneBefore = path.one[i];
          path.unwind(depth, i);
          end = depth - 1;
          break;
        }
      }
      double cover = tree.cover()[node];
      recurse(hot, path, end + 1, zeroBefore * tree.cover()[hot] / cover, oneBefore, split);
      recurse(cold, path, end + 1, zeroBefore * tree.cover()[cold] / cover, 0, split);
    }
  }
}
