package io.tradinggym.agents.nn;

import java.util.function.DoubleSupplier;

/** Law of a weight matrix before training. */
@FunctionalInterface
public interface Initializer {
  /** Normal weights of variance {@code 1 / (3 inputs)}, which is PyTorch's default. */
  Initializer SMALL = normal(1 / Math.sqrt(3));

  /**
   * Writes a weight matrix of shape inputs x outputs, row-major, at {@code w[at..]}.
   *
   * @param w the array that is written
   * @param at index of the first weight in the array
   * @param inputs values in an input row, &gt;= 1
   * @param outputs values in an output row, &gt;= 1
   * @param gaussian independent standard normal values
   */
  void fill(float[] w, int at, int inputs, int outputs, DoubleSupplier gaussian);

  /**
   * {@return a random orthogonal matrix, uniform over all of them, times a gain: its columns (or its rows, where
   * there are fewer rows) are orthogonal and of length gain} Customary gains: sqrt 2 for hidden layers, 0.01 for
   * a policy's last layer, 1 for a value's.
   *
   * @param gain length of the orthogonal vectors, &gt; 0 and finite
   * @see <a href="https://arxiv.org/abs/1312.6120">Saxe, McClelland and Ganguli (2013)</a>
   */
  static Initializer orthogonal(double gain) {
    if (!(gain > 0 && gain < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("gain must be > 0 and finite, was " + gain);
    }
    return (w, at, inputs, outputs, gaussian) -> {
      double[][] basis =
          orthonormal(Math.min(inputs, outputs), Math.max(inputs, outputs), gaussian);
      for (int i = 0; i < inputs; i++) {
        for (int o = 0; o < outputs; o++) {
          double q = inputs < outputs ? basis[i][o] : basis[o][i];
          w[at + i * outputs + o] = (float) (gain * q);
        }
      }
    };
  }

  /**
   * {@return independent normal weights with standard deviation gain / sqrt(inputs)}
   *
   * @param gain standard deviation times sqrt(inputs), &gt; 0 and finite
   */
  static Initializer normal(double gain) {
    if (!(gain > 0 && gain < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("gain must be > 0 and finite, was " + gain);
    }
    return (w, at, inputs, outputs, gaussian) -> {
      double sd = gain / Math.sqrt(inputs);
      for (int i = 0; i < inputs * outputs; i++) {
        w[at + i] = (float) (sd * gaussian.getAsDouble());
      }
    };
  }

  /** Gram-Schmidt on Gaussian vectors, twice over, so that rounding leaves no trace of the first pass. */
  private static double[][] orthonormal(int count, int length, DoubleSupplier gaussian) {
    double[][] basis = new double[count][length];
    for (int v = 0; v < count; v++) {
      double[] x = basis[v];
      for (int i = 0; i < length; i++) {
        x[i] = gaussian.getAsDouble();
      }
      for (int pass = 0; pass < 2; pass++) {
        for (int u = 0; u < v; u++) {
          double dot = dot(basis[u], x);
          for (int i = 0; i < length; i++) {
            x[i] -= dot * basis[u][i];
          }
        }
        double norm = Math.sqrt(dot(x, x));
        if (!(norm > 1e-6)) {
          throw new IllegalArgumentException(
              "the Gaussian source repeats itself: vector " + v + " is no new direction");
        }
        for (int i = 0; i < length; i++) {
          x[i] /= norm;
        }
      }
    }
    return basis;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
