package io.tradinggym.options.pricing;

/** Nodes and weights of Gauss-Legendre quadrature on [0, 1]: exact for polynomials of degree 2n - 1. */
final class GaussLegendre {
  private final double[] nodes;
  private final double[] weights;

  private GaussLegendre(double[] nodes, double[] weights) {
    this.nodes = nodes;
    this.weights = weights;
  }

  /**
   * {@return the rule with n nodes, n in [1, 1000]: the roots of the Legendre polynomial by Newton's method}
   *
   * @param n number of nodes
   * @throws IllegalArgumentException if it is out of range
   */
  public static GaussLegendre of(int n) {
    if (n < 1 || n > 1000) {
      throw new IllegalArgumentException("n must be in [1, 1000], was " + n);
    }
    double[] nodes = new double[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      double x = StrictMath.cos(Math.PI * (i + 0.75) / (n + 0.5));
      double slope = 0;
      double step = 1;
      while (Math.abs(step) > 1e-15) {
        double before = 0;
        double value = 1;
        for (int j = 1; j <= n; j++) {
          double next = ((2 * j - 1) * x * value - (j - 1) * before) / j;
          before = value;
          value = next;
        }
        slope = n * (before - x * value) / ((1 - x) * (1 + x));
        step = value / slope;
        x -= step;
      }
      nodes[i] = 0.5 * (1 + x);
      weights[i] = 1 / ((1 - x) * (1 + x) * slope * slope);
    }
    return new GaussLegendre(nodes, weights);
  }

  /** {@return the number of nodes} */
  public int count() {
    return nodes.length;
  }

  /**
   * {@return a node, in (0, 1)}
   *
   * @param i index of the node, from 0
   */
  public double node(int i) {
    return nodes[i];
  }

  /**
   * {@return the weight of a node; all weights add up to 1}
   *
   * @param i index of the node, from 0
   */
  public double weight(int i) {
    return weights[i];
  }
}
