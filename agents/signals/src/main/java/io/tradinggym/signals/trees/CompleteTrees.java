package io.tradinggym.signals.trees;

import java.util.Arrays;
import java.util.List;

/**
 * Trees filled up to one depth, so that every walk has as many steps and no branch: a leaf that stands higher up is
 * repeated below. Four trees are walked side by side, for one walk waits for memory at each step.
 *
 * <p>A row is laid out twice, once with its missing values at minus and once at plus infinity, and each node looks into
 * the half that sends them its way:
 *
 * <pre>
 *   doubled = | values, NaN as -inf | values, NaN as +inf |
 *   node i of tree t: feature[t n + i], threshold[t n + i], children 2 i + 1 and 2 i + 2, n = 2^depth - 1
 *   leaf j of tree t: leaf[t 2^depth + j]
 * </pre>
 */
final class CompleteTrees {
  static final int DEEPEST = 12;
  private static final int SIDE = 4;
  private final int depth;
  private final int nodes;
  private final int leaves;
  private final int padded;
  private final int features;
  private final int[] feature;
  private final float[] threshold;
  private final float[] leaf;

  private CompleteTrees(int depth, int trees, int features) {
    this.depth = depth;
    this.features = features;
    nodes = (1 << depth) - 1;
    leaves = 1 << depth;
    padded = (trees + SIDE - 1) / SIDE * SIDE;
    feature = new int[nodes * padded];
    threshold = new float[nodes * padded];
    leaf = new float[leaves * padded];
    Arrays.fill(threshold, Float.POSITIVE_INFINITY);
  }

  static CompleteTrees of(List<Tree> trees, int features) {
    int depth = trees.stream().mapToInt(Tree::depth).max().orElse(0);
    if (depth > DEEPEST) {
      throw new IllegalArgumentException(
          "trees must be at most " + DEEPEST + " deep, were " + depth);
    }
    CompleteTrees complete = new CompleteTrees(depth, trees.size(), features);
    for (int tree = 0; tree < trees.size(); tree++) {
      complete.fill(trees.get(tree), tree, 0, 0, 0);
    }
    return complete;
  }

  private void fill(Tree from, int tree, int node, int at, int level) {
    if (level == depth) {
      leaf[tree * leaves + at - nodes] = from.threshold()[node];
      return;
    }
    boolean done = from.leaf(node);
    if (!done) {
      int side = from.missingLeft()[node] ? 0 : features;
      feature[tree * nodes + at] = from.feature()[node] + side;
      threshold[tree * nodes + at] = from.threshold()[node];
    }
    fill(from, tree, done ? node : from.left()[node], 2 * at + 1, level + 1);
    fill(from, tree, done ? node : from.right()[node], 2 * at + 2, level + 1);
  }

  /** Trees, filled up to a multiple of those walked side by side. */
  int padded() {
    return padded;
  }

  void leaves(float[] row, int at, float[] doubled, float[] out) {
    for (int i = 0; i < features; i++) {
      float value = row[at + i];
      boolean missing = Float.isNaN(value);
      doubled[i] = missing ? Float.NEGATIVE_INFINITY : value;
      doubled[features + i] = missing ? Float.POSITIVE_INFINITY : value;
    }
    for (int tree = 0; tree < padded; tree += SIDE) {
      int a = tree * nodes;
      int b = a + nodes;
      int c = b + nodes;
      int d = c + nodes;
      int i = 0;
      int j = 0;
      int k = 0;
      int l = 0;
      for (int level = 0; level < depth; level++) {
        i = 2 * i + (doubled[feature[a + i]] < threshold[a + i] ? 1 : 2);
        j = 2 * j + (doubled[feature[b + j]] < threshold[b + j] ? 1 : 2);
        k = 2 * k + (doubled[feature[c + k]] < threshold[c + k] ? 1 : 2);
        l = 2 * l + (doubled[feature[d + l]] < threshold[d + l] ? 1 : 2);
      }
      int at4 = tree * leaves - nodes;
      out[tree] = leaf[at4 + i];
      out[tree + 1] = leaf[at4 + leaves + j];
      out[tree + 2] = leaf[at4 + 2 * leaves + k];
      out[tree + 3] = leaf[at4 + 3 * leaves + l];
    }
  }
}
