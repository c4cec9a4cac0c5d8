package io.tradinggym.allocator.rules;

/** Factor and solve in place, on the lower triangle of a row-by-row matrix. */
final class Cholesky {
  private Cholesky() {}

  /**
   * Replaces the lower triangle by L with L L' = A.
   *
   * @param stride numbers from row to row
   * @throws IllegalArgumentException if A is not positive definite
   */
  static void factor(double[] a, int size, int stride) {
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i * stride + j];
        for (int k = 0; k < j; k++) {
          sum -= a[i * stride + k] * a[j * stride + k];
        }
        if (i == j) {
          if (!(sum > 0)) {
            throw new IllegalArgumentException(
                "the covariance must be positive definite, is not at row "
                    + i
                    + " (pivot "
                    + sum
                    + ")");
          }
          a[i * stride + i] = StrictMath.sqrt(sum);
        } else {
          a[i * stride + j] = sum / a[j * stride + j];
        }
      }
    }
  }

  /** Replaces b by the solution of L L' x = b. */
  static void solve(double[] l, int size, int stride, double[] b) {
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < i; k++) {
        b[i] -= l[i * stride + k] * b[k];
      }
      b[i] /= l[i * stride + i];
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int k = i + 1; k < size; k++) {
        b[i] -= l[k * stride + i] * b[k];
      }
      b[i] /= l[i * stride + i];
    }
  }
}
