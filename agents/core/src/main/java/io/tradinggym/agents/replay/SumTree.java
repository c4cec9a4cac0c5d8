package io.tradinggym.agents.replay;

/**
 * Weights whose sum is known at all times, and from which one is found in logarithmic time: a complete binary tree in
 * one array, each node the sum of its two children.
 *
 * <pre>
 * | unused | root | 2 nodes | 4 nodes | ... | leaves |
 * </pre>
 *
 * The nodes depend on the leaves alone, not on the order in which these were set.
 */
final class SumTree {
  private final int leaves;
  private final double[] nodes;

  /** So many weights of 0. */
  SumTree(int size) {
    leaves = Math.max(1, Integer.highestOneBit(Math.max(1, size - 1)) << 1);
    nodes = new double[Math.multiplyExact(2, leaves)];
  }

  double total() {
    return nodes[1];
  }

  double get(int index) {
    return nodes[leaves + index];
  }

  void set(int index, double weight) {
    int node = leaves + index;
    nodes[node] = weight;
    while (node > 1) {
      node >>= 1;
      nodes[node] = nodes[2 * node] + nodes[2 * node + 1];
    }
  }

  /**
   * The index at which the running sum of the weights exceeds {@code sum}; never one of weight 0 while there is
   * another.
   *
   * @param sum in [0, total)
   */
  int find(double sum) {
    double left = sum;
    int node = 1;
    while (node < leaves) {
      node *= 2;
      // Rounding may carry the rest past the end: there is nothing to the right then.
      if (left >= nodes[node] && nodes[node + 1] > 0) {
        left -= nodes[node];
        node++;
      }
    }
    return node - leaves;
  }
}
