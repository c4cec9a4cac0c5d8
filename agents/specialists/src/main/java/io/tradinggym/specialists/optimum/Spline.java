package io.tradinggym.specialists.optimum;

/**
 * Natural cubic splines on an even grid, as weights of the nodes. Linear interpolation of a value function in three
 * dimensions is 8 % too high.
 */
final class Spline {
  private final double low;
  private final double step;
  private final double[][]
      curvature; // second derivative at node i of the spline that is 1 at node j

  Spline(double low, double high, int nodes) {
    this.low = low;
    step = (high - low) / (nodes - 1);
    curvature = new double[nodes][nodes];
    double[] pivot = new double[nodes];
    for (int j = 0; j < nodes; j++) {
      double[] right = new double[nodes];
      for (int i = 1; i + 1 < nodes; i++) {
        double before = i - 1 == j ? 1 : 0;
        double here = i == j ? 1 : 0;
        double after = i + 1 == j ? 1 : 0;
        right[i] = 6 * (before - 2 * here + after) / (step * step);
      }
      // m_(i-1) + 4 m_i + m_(i+1) = right_i with m = 0 at both ends
      for (int i = 1; i + 1 < nodes; i++) {
        pivot[i] = 4 - (i == 1 ? 0 : 1 / pivot[i - 1]);
        right[i] -= i == 1 ? 0 : right[i - 1] / pivot[i - 1];
      }
      for (int i = nodes - 2; i >= 1; i--) {
        curvature[i][j] = (right[i] - (i == nodes - 2 ? 0 : curvature[i + 1][j])) / pivot[i];
      }
    }
  }

  double node(int i) {
    return low + i * step;
  }

  int nodes() {
    return curvature.length;
  }

  /** Adds {@code scale} times the weights of the nodes at x; beyond the grid those of its end. */
  void addWeights(double x, double scale, double[] out) {
    int n = curvature.length;
    double place = Math.clamp((x - low) / step, 0, n - 1.0);
    int i = Math.min((int) place, n - 2);
    double b = place - i;
    double a = 1 - b;
    out[i] += scale * a;
    out[i + 1] += scale * b;
    double first = scale * (a * a * a - a) * step * step / 6;
    double second = scale * (b * b * b - b) * step * step / 6;
    for (int j = 0; j < n; j++) {
      out[j] += first * curvature[i][j] + second * curvature[i + 1][j];
    }
  }
}
