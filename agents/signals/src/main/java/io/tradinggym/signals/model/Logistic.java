package io.tradinggym.signals.model;

/** Logistic regression by Newton's method, with a ridge around equal weights. */
final class Logistic {
  private static final int MOST = 50;
  private static final double CLOSE = 1e-10;

  private Logistic() {}

  /**
   * Constant and weights that make outcomes most likely.
   *
   * @param x rows of inputs
   * @param y 1 or 0 by row
   * @param weight by row, > 0
   * @param ridge penalty on half the squared distance of a weight from 1 / inputs
   */
  static double[] fit(double[][] x, double[] y, double[] weight, double ridge) {
    if (x.length == 0) {
      throw new IllegalArgumentException("no row has predictions of all members out of fold");
    }
    int k = x[0].length + 1;
    double centre = 1.0 / x[0].length;
    double[] beta = new double[k];
    for (int j = 1; j < k; j++) {
      beta[j] = centre;
    }
    for (int step = 0; step < MOST; step++) {
      double[][] hessian = new double[k][k];
      double[] slope = new double[k];
      for (int j = 1; j < k; j++) {
        slope[j] = ridge * (beta[j] - centre);
        hessian[j][j] = ridge;
      }
      for (int row = 0; row < x.length; row++) {
        double odds = beta[0];
        for (int j = 1; j < k; j++) {
          odds += beta[j] * x[row][j - 1];
        }
        double p = 1 / (1 + Math.exp(-odds));
        double off = weight[row] * (p - y[row]);
        double bend = weight[row] * Math.max(p * (1 - p), CLOSE);
        for (int a = 0; a < k; a++) {
          double xa = a == 0 ? 1 : x[row][a - 1];
          slope[a] += off * xa;
          for (int b = 0; b < k; b++) {
            hessian[a][b] += bend * xa * (b == 0 ? 1 : x[row][b - 1]);
          }
        }
      }
      double moved = 0;
      double[] change = solve(hessian, slope);
      for (int j = 0; j < k; j++) {
        beta[j] -= change[j];
        moved = Math.max(moved, Math.abs(change[j]));
      }
      if (moved < CLOSE) {
        return beta;
      }
    }
    return beta;
  }

  /** Gaussian elimination with pivots; a is spoilt. */
  private static double[] solve(double[][] a, double[] b) {
    int n = b.length;
    double[] x = b.clone();
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column + 1; row < n; row++) {
        pivot = Math.abs(a[row][column]) > Math.abs(a[pivot][column]) ? row : pivot;
      }
      double[] swapped = a[column];
      a[column] = a[pivot];
      a[pivot] = swapped;
      double kept = x[column];
      x[column] = x[pivot];
      x[pivot] = kept;
      if (Math.abs(a[column][column]) < 1e-300) {
        throw new IllegalArgumentException(
            "members say the same in every row; give stacking a ridge > 0");
      }
      for (int row = column + 1; row < n; row++) {
        double factor = a[row][column] / a[column][column];
        for (int j = column; j < n; j++) {
          a[row][j] -= factor * a[column][j];
        }
        x[row] -= factor * x[column];
      }
    }
    for (int row = n - 1; row >= 0; row--) {
      for (int j = row + 1; j < n; j++) {
        x[row] -= a[row][j] * x[j];
      }
      x[row] /= a[row][row];
    }
    return x;
  }
}
