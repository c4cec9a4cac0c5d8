package io.tradinggym.signals.trees;

/**
 * One regression tree. Node 0 is the root.
 *
 * @param left child where the feature is below the threshold; -1 at a leaf
 * @param right the other child
 * @param feature index of the feature at a node
 * @param threshold of a node; the value of a leaf
 * @param missingLeft whether a missing feature goes left
 * @param cover sum of the hessians of the training rows in a node
 * @param gain what the split of a node gained
 */
record Tree(
    int[] left,
    int[] right,
    int[] feature,
    float[] threshold,
    boolean[] missingLeft,
    double[] cover,
    double[] gain) {

  boolean leaf(int node) {
    return left[node] < 0;
  }

  int depth() {
    return depth(0);
  }

  private int depth(int node) {
    return leaf(node) ? 0 : 1 + Math.max(depth(left[node]), depth(right[node]));
  }

  /** The child that a value leads to. */
  int child(int node, float value) {
    boolean toLeft = Float.isNaN(value) ? missingLeft[node] : value < threshold[node];
    return toLeft ? left[node] : right[node];
  }

  float value(float[] row, int at) {
    int node = 0;
    while (!leaf(node)) {
      node = child(node, row[at + feature[node]]);
    }
    return threshold[node];
  }
}
