package io.tradinggym.market.process;

import io.tradinggym.api.random.RandomStream;
import java.util.Arrays;

/** A correlation matrix, kept with its Cholesky factor by columns. Immutable. */
public final class Correlation {
  private static final double SYMMETRY = 1e-9;

  /** Pivots below it mean that an asset is a copy of others up to rounding. */
  private static final double SMALLEST_PIVOT = 1e-10;

  private final double[][] matrix;

  /** Of each column what stands from the diagonal down to the last number that is not 0. */
  private final double[][] columns;

  private Correlation(double[][] matrix, double[][] factor) {
    this.matrix = matrix;
    columns = new double[factor.length][];
    for (int j = 0; j < columns.length; j++) {
      int end = factor.length;
      while (factor[end - 1][j] == 0) {
        end--;
      }
      columns[j] = new double[end - j];
      for (int i = j; i < end; i++) {
        columns[j][i - j] = factor[i][j];
      }
    }
  }

  /**
   * Checks and factors a matrix.
   *
   * @param matrix assets x assets, symmetric, ones on the diagonal, positive definite; copied
   * @return the matrix with its factor
   * @throws IllegalArgumentException if it is not symmetric with ones on the diagonal, or not positive definite
   */
  public static Correlation of(double[][] matrix) {
    int n = matrix.length;
    double[][] copy = new double[n][];
    for (int i = 0; i < n; i++) {
      copy[i] = Checks.finite("correlation row " + i, matrix[i], n);
    }
    for (int i = 0; i < n; i++) {
      if (Math.abs(copy[i][i] - 1) > SYMMETRY) {
        throw new IllegalArgumentException(
            "correlation[" + i + "][" + i + "] must be 1, was " + copy[i][i]);
      }
      for (int j = 0; j < i; j++) {
        if (Math.abs(copy[i][j] - copy[j][i]) > SYMMETRY) {
          throw new IllegalArgumentException(
              "correlation must be symmetric, but ["
                  + i
                  + "]["
                  + j
                  + "] is "
                  + copy[i][j]
                  + " and ["
                  + j
                  + "]["
                  + i
                  + "] is "
                  + copy[j][i]);
        }
      }
    }
    return new Correlation(copy, cholesky(copy));
  }

  /**
   * {@return the correlation of independent assets: 0 between any two}
   *
   * @param assets number of assets, &gt;= 1
   */
  public static Correlation identity(int assets) {
    return uniform(assets, 0);
  }

  /**
   * {@return one correlation for any two assets}
   *
   * @param assets number of assets, &gt;= 1
   * @param rho correlation of any two, in (-1 / (assets - 1), 1)
   * @throws IllegalArgumentException if it is not
   */
  public static Correlation uniform(int assets, double rho) {
    double[][] matrix = new double[assets][assets];
    for (int i = 0; i < assets; i++) {
      Arrays.fill(matrix[i], rho);
      matrix[i][i] = 1;
    }
    return of(matrix);
  }

  private static double[][] cholesky(double[][] a) {
    int n = a.length;
    double[][] l = new double[n][];
    for (int i = 0; i < n; i++) {
      l[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= l[i][k] * l[j][k];
        }
        if (i != j) {
          l[i][j] = sum / l[j][j];
        } else if (sum > SMALLEST_PIVOT) {
          l[i][i] = Math.sqrt(sum);
        } else {
          throw new IllegalArgumentException(
              "correlation must be positive definite; pivot " + i + " is " + sum);
        }
      }
    }
    return l;
  }

  /** {@return the number of assets} */
  public int assets() {
    return matrix.length;
  }

  /**
   * {@return the correlation of two assets, in [-1, 1]}
   *
   * @param row index of one asset, from 0
   * @param column index of the other, from 0
   */
  public double get(int row, int column) {
    return matrix[row][column];
  }

  /**
   * Fills z with standard normals of this correlation.
   *
   * @param random one normal number an asset is drawn
   * @param z overwritten, one number an asset
   */
  public void draw(RandomStream random, double[] z) {
    Arrays.fill(z, 0);
    for (int j = 0; j < columns.length; j++) {
      double[] column = columns[j];
      double normal = random.gaussian();
      for (int i = 0; i < column.length; i++) {
        z[j + i] += column[i] * normal;
      }
    }
  }

  @Override
  public String toString() {
    return Arrays.deepToString(matrix);
  }
}
