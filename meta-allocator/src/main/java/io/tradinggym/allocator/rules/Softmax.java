package io.tradinggym.allocator.rules;

/** Weights from their logarithms. */
final class Softmax {
  private Softmax() {}

  /** Writes {@code exp(scores) / sum exp(scores)}; the largest score may be of any size. */
  static void apply(double[] scores, double[] out) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      largest = Math.max(largest, score);
    }
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      out[i] = StrictMath.exp(scores[i] - largest);
      sum += out[i];
    }
    scale(out, scores.length, 1 / sum);
  }

  static void scale(double[] values, int size, double factor) {
    for (int i = 0; i < size; i++) {
      values[i] *= factor;
    }
  }

  static double dot(double[] a, double[] b, int size) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
