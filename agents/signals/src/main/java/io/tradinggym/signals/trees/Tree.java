package io.tradinggym.signals.trees;

import org.jspecify.annotations.Nullable;

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

  /** What keeps it from being a tree over so many features; null if it is one. */
  @Nullable String wrong(int features) {
    int nodes = left.length;
    if (nodes == 0
        || right.length != nodes
        || feature.length != nodes
        || cover.length != nodes
        || gain.length != nodes) {
      return "its columns must have one value for each node, and at least one";
    }
    boolean[] reached = new boolean[nodes];
    int[] level = new int[nodes];
    int[] waiting = new int[nodes + 1];
    int count = 1;
    reached[0] = true;
    while (count > 0) {
      int node = waiting[--count];
      if (leaf(node)) {
        continue;
      }
      if (feature[node] < 0 || feature[node] >= features) {
        return "node " + node + " splits feature " + feature[node] + " of " + features;
      }
      for (int child : new int[] {left[node], right[node]}) {
        if (child < 0 || child >= nodes || reached[child]) {
          return "node " + node + " has the child " + child + ", which is no other node of its own";
        }
        reached[child] = true;
        level[child] = level[node] + 1;
        if (level[child] > CompleteTrees.DEEPEST) {
          return "it is more than " + CompleteTrees.DEEPEST + " deep";
        }
        waiting[count++] = child;
      }
    }
    return null;
  }

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
