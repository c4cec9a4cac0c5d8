package io.tradinggym.allocator.rules;

/**
 * Gauss quadrature under a Beta law on [0, 1]: {@code E f(X) = sum weight f(node)}, exact for polynomials of degree
 * below twice the number of nodes. Nodes are the eigenvalues of the tridiagonal matrix of the recurrence, found by
 * bisection; weights are from the orthonormal polynomials there.
 *
 * @see <a href="https://doi.org/10.1090/S0025-5718-69-99647-1">Golub and Welsch (1969)</a>
 */
final class GaussJacobi {
  private static final int BISECTIONS = 60;

  private final double[] nodes;
  private final double[] weights;

  private GaussJacobi(double[] nodes, double[] weights) {
    this.nodes = nodes;
    this.weights = weights;
  }

  /** Nodes for Beta(a, b). */
  static GaussJacobi beta(int size, double a, double b) {
    double[] diagonal = new double[size];
    double[] squares =
        new double[size]; // of the entries beside the diagonal; the first is not used
    recurrence(b - 1, a - 1, diagonal, squares);
    double[] nodes = new double[size];
    double[] weights = new double[size];
    for (int k = 0; k < size; k++) {
      nodes[k] = eigenvalue(diagonal, squares, k);
      weights[k] = weight(diagonal, squares, nodes[k]);
    }
    return new GaussJacobi(nodes, weights);
  }

  /** Of the Jacobi polynomials to the weight (1-t)^p (1+t)^q, moved to x = (1+t)/2. */
  private static void recurrence(double p, double q, double[] diagonal, double[] squares) {
    double sum = p + q;
    for (int n = 0; n < diagonal.length; n++) {
      double two = 2 * n + sum;
      double centre = n == 0 ? (q - p) / (sum + 2) : (q * q - p * p) / (two * (two + 2));
      diagonal[n] = (1 + centre) / 2;
      if (n == 1) {
        squares[1] = (1 + p) * (1 + q) / ((2 + sum) * (2 + sum) * (3 + sum));
      } else if (n > 1) {
        squares[n] = n * (n + p) * (n + q) * (n + sum) / (two * two * (two + 1) * (two - 1));
      }
    }
  }

  private static double eigenvalue(double[] diagonal, double[] squares, int rank) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      if (below(diagonal, squares, middle) > rank) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return (low + high) / 2;
  }

  /** Eigenvalues below x, by Sturm's count. */
  private static int below(double[] diagonal, double[] squares, double x) {
    int count = 0;
    double pivot = 1;
    for (int n = 0; n < diagonal.length; n++) {
      pivot = diagonal[n] - x - (n == 0 ? 0 : squares[n] / pivot);
      if (pivot == 0) {
        pivot = -Double.MIN_NORMAL;
      }
      count += pivot < 0 ? 1 : 0;
    }
    return count;
  }

  private static double weight(double[] diagonal, double[] squares, double x) {
    double before = 0;
    double now = 1;
    double sum = 1;
    for (int n = 0; n + 1 < diagonal.length; n++) {
      double side = n == 0 ? 0 : StrictMath.sqrt(squares[n]);
      double next = ((x - diagonal[n]) * now - side * before) / StrictMath.sqrt(squares[n + 1]);
      before = now;
      now = next;
      sum += now * now;
    }
    return 1 / sum;
  }

  int size() {
    return nodes.length;
  }

  double node(int k) {
    return nodes[k];
  }

  double weight(int k) {
    return weights[k];
  }
}
