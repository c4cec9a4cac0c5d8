package io.tradinggym.explain.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Which inputs are told of together: correlated ones have no separate say, and neither has each bar of a window. */
public final class Groups {
  private Groups() {}

  /**
   * {@return every input by itself}
   *
   * @param inputs number of inputs, &gt;= 0
   */
  public static int[][] single(int inputs) {
    int[][] groups = new int[inputs][];
    for (int i = 0; i < inputs; i++) {
      groups[i] = new int[] {i};
    }
    return groups;
  }

  /**
   * Inputs whose correlation in the rows of a background is at least so strong, directly or through others.
   *
   * @param background observations, rows x inputs, row after row
   * @param inputs numbers of a row
   * @param threshold absolute correlation, 0 to 1; .9 is a good number
   * @return groups in the order of their first inputs; an input that never moves is alone
   */
  public static int[][] correlated(float[] background, int inputs, double threshold) {
    double[][] columns = standardised(background, inputs);
    int[] root = new int[inputs];
    for (int i = 0; i < inputs; i++) {
      root[i] = i;
      for (int j = 0; j < i; j++) {
        if (Math.abs(dot(columns[i], columns[j])) >= threshold) {
          join(root, i, j);
        }
      }
    }
    List<int[]> groups = new ArrayList<>();
    for (int i = 0; i < inputs; i++) {
      if (find(root, i) == i) {
        int first = i;
        groups.add(
            IntStream.range(0, inputs).filter(input -> find(root, input) == first).toArray());
      }
    }
    return groups.toArray(int[][]::new);
  }

  private static int find(int[] root, int i) {
    return root[i] == i ? i : find(root, root[i]);
  }

  private static void join(int[] root, int i, int j) {
    int a = find(root, i);
    int b = find(root, j);
    root[Math.max(a, b)] = Math.min(a, b);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Columns of mean 0 and length 1; all 0 where a column never moves. */
  private static double[][] standardised(float[] background, int inputs) {
    int rows = background.length / inputs;
    double[][] columns = new double[inputs][rows];
    for (int i = 0; i < inputs; i++) {
      double mean = 0;
      for (int row = 0; row < rows; row++) {
        columns[i][row] = background[row * inputs + i];
        mean += columns[i][row] / rows;
      }
      double square = 0;
      for (int row = 0; row < rows; row++) {
        columns[i][row] -= mean;
        square += columns[i][row] * columns[i][row];
      }
      double length = square > 1e-18 * rows ? Math.sqrt(square) : Double.POSITIVE_INFINITY;
      for (int row = 0; row < rows; row++) {
        columns[i][row] /= length;
      }
    }
    return columns;
  }
}
