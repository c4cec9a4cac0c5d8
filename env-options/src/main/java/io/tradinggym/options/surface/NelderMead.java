package io.tradinggym.options.surface;

import java.util.function.ToDoubleFunction;

/**
 * Minimises a function of a few variables without derivatives, by the simplex of Nelder and Mead (1965).
 */
final class NelderMead {
  private NelderMead() {}

  /**
   * Searches from a point, which becomes the minimum found.
   *
   * @param point start, overwritten
   * @param scale size of the first simplex in each direction
   * @param tolerance stops when all corners agree within it
   * @return the value at the minimum
   */
  static double minimise(
      ToDoubleFunction<double[]> function,
      double[] point,
      double[] scale,
      int maxSteps,
      double tolerance) {
    int n = point.length;
    double[][] corner = new double[n + 1][];
    double[] value = new double[n + 1];
    for (int i = 0; i <= n; i++) {
      corner[i] = point.clone();
      if (i > 0) {
        corner[i][i - 1] += scale[i - 1];
      }
      value[i] = function.applyAsDouble(corner[i]);
    }
    for (int step = 0; step < maxSteps; step++) {
      sort(corner, value);
      if (value[n] - value[0] <= tolerance * Math.abs(value[0]) + Double.MIN_NORMAL) {
        break;
      }
      double[] reflected = through(corner, 1);
      double atReflected = function.applyAsDouble(reflected);
      if (atReflected < value[0]) {
        double[] expanded = through(corner, 2);
        double atExpanded = function.applyAsDouble(expanded);
        boolean further = atExpanded < atReflected;
        corner[n] = further ? expanded : reflected;
        value[n] = further ? atExpanded : atReflected;
      } else if (atReflected < value[n - 1]) {
        corner[n] = reflected;
        value[n] = atReflected;
      } else {
        double[] contracted = through(corner, atReflected < value[n] ? 0.5 : -0.5);
        double atContracted = function.applyAsDouble(contracted);
        if (atContracted < Math.min(atReflected, value[n])) {
          corner[n] = contracted;
          value[n] = atContracted;
        } else {
          shrink(function, corner, value);
        }
      }
    }
    sort(corner, value);
    System.arraycopy(corner[0], 0, point, 0, n);
    return value[0];
  }

  /** The point beyond the centre of the better corners, seen from the worst, by a factor. */
  private static double[] through(double[][] corner, double factor) {
    int n = corner.length - 1;
    double[] result = new double[n];
    for (int j = 0; j < n; j++) {
      double centre = 0;
      for (int i = 0; i < n; i++) {
        centre += corner[i][j] / n;
      }
      result[j] = centre + factor * (centre - corner[n][j]);
    }
    return result;
  }

  private static void shrink(
      ToDoubleFunction<double[]> function, double[][] corner, double[] value) {
    for (int i = 1; i < corner.length; i++) {
      for (int j = 0; j < corner[i].length; j++) {
        corner[i][j] = 0.5 * (corner[i][j] + corner[0][j]);
      }
      value[i] = function.applyAsDouble(corner[i]);
    }
  }

  private static void sort(double[][] corner, double[] value) {
    for (int i = 1; i < value.length; i++) {
      double[] point = corner[i];
      double v = value[i];
      int j = i;
      for (; j > 0 && value[j - 1] > v; j--) {
        value[j] = value[j - 1];
        corner[j] = corner[j - 1];
      }
      value[j] = v;
      corner[j] = point;
    }
  }
}
