package io.tradinggym.explain.memory.embedding;

import java.util.Arrays;

/**
 * Principal components of rows: the directions of largest variance of what is standardised by training, found by
 * subspace iteration.
 *
 * @param means of training, by column
 * @param deviations of training; a column that never moved counts for nothing
 * @param directions orthonormal, largest variance first
 */
@SuppressWarnings("ArrayRecordComponent") // Fitted numbers, never compared.
record Components(double[] means, double[] deviations, float[][] directions) {
  private static final int ROUNDS = 40;
  private static final double STILL = 1e-9;

  /** Fits to rows of equal length; there are no more directions than columns. */
  static Components fit(double[][] rows, int most) {
    int columns = rows[0].length;
    double[] means = new double[columns];
    double[] deviations = new double[columns];
    for (int i = 0; i < columns; i++) {
      for (double[] row : rows) {
        means[i] += row[i] / rows.length;
      }
      for (double[] row : rows) {
        deviations[i] += (row[i] - means[i]) * (row[i] - means[i]) / rows.length;
      }
      deviations[i] = Math.sqrt(deviations[i]);
    }
    double[][] covariance = covariance(rows, means, deviations);
    double[][] found = new double[Math.min(most, columns)][columns];
    for (int i = 0; i < found.length; i++) {
      for (int j = 0; j < columns; j++) {
        found[i][j] = Math.cos((i + 1) * (j + .5) * Math.PI / columns); // any start that spans
      }
    }
    orthonormalise(found);
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < found.length; i++) {
        found[i] = times(covariance, found[i]);
      }
      orthonormalise(found);
    }
    float[][] directions = new float[found.length][columns];
    for (int i = 0; i < found.length; i++) {
      for (int j = 0; j < columns; j++) {
        directions[i][j] = (float) found[i][j];
      }
    }
    return new Components(means, deviations, directions);
  }

  private static double[][] covariance(double[][] rows, double[] means, double[] deviations) {
    int columns = means.length;
    double[][] covariance = new double[columns][columns];
    double[] scaled = new double[columns];
    for (double[] row : rows) {
      scale(row, means, deviations, scaled);
      for (int i = 0; i < columns; i++) {
        for (int j = 0; j <= i; j++) {
          covariance[i][j] += scaled[i] * scaled[j] / rows.length;
        }
      }
    }
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j < i; j++) {
        covariance[j][i] = covariance[i][j];
      }
    }
    return covariance;
  }

  private static void scale(double[] row, double[] means, double[] deviations, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = deviations[i] > STILL ? (row[i] - means[i]) / deviations[i] : 0;
    }
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] out = new double[vector.length];
    for (int i = 0; i < out.length; i++) {
      double sum = 0;
      for (int j = 0; j < vector.length; j++) {
        sum += matrix[i][j] * vector[j];
      }
      out[i] = sum;
    }
    return out;
  }

  /** Gram and Schmidt; what is left of a direction that others span already becomes 0. */
  private static void orthonormalise(double[][] vectors) {
    for (int i = 0; i < vectors.length; i++) {
      double before = norm(vectors[i]);
      for (int j = 0; j < i; j++) {
        double along = 0;
        for (int k = 0; k < vectors[i].length; k++) {
          along += vectors[i][k] * vectors[j][k];
        }
        for (int k = 0; k < vectors[i].length; k++) {
          vectors[i][k] -= along * vectors[j][k];
        }
      }
      double after = norm(vectors[i]);
      double scale = after > STILL * Math.max(1, before) ? 1 / after : 0;
      for (int k = 0; k < vectors[i].length; k++) {
        vectors[i][k] *= scale;
      }
    }
  }

  private static double norm(double[] vector) {
    return Math.sqrt(Arrays.stream(vector).map(v -> v * v).sum());
  }

  int dimensions() {
    return directions.length;
  }

  int hash() {
    return 31 * Arrays.hashCode(means) + Arrays.deepHashCode(directions);
  }

  /** Where a row lies. */
  float[] of(double[] row) {
    double[] scaled = new double[means.length];
    scale(row, means, deviations, scaled);
    float[] out = new float[directions.length];
    for (int i = 0; i < out.length; i++) {
      double sum = 0;
      for (int j = 0; j < scaled.length; j++) {
        sum += directions[i][j] * scaled[j];
      }
      out[i] = (float) sum;
    }
    return out;
  }
}
