package io.tradinggym.allocator.regime;

import java.util.Arrays;

/** Refuses arguments with one message: what is wrong, where, its value, what would be right. */
final class Check {
  private Check() {}

  static double positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be positive and finite, was " + value);
    }
    return value;
  }

  static int atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be >= " + least + ", was " + value);
    }
    return value;
  }

  /** In the open interval (0, 1). */
  static double chance(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must be in (0, 1), was " + value);
    }
    return value;
  }

  static double finite(String name, double value) {
    if (!(Math.abs(value) < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be finite, was " + value);
    }
    return value;
  }

  static void observation(double[] x, int dimensions) {
    if (x.length != dimensions) {
      throw new IllegalArgumentException(
          "an observation has " + dimensions + " numbers, was given " + x.length);
    }
    for (int i = 0; i < dimensions; i++) {
      if (!(Math.abs(x[i]) < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "number " + i + " of the observation must be finite, was " + x[i]);
      }
    }
  }

  static void distribution(String name, double[] values, int size) {
    double sum = 0;
    for (double value : values) {
      sum += value >= 0 ? value : Double.NaN;
    }
    if (values.length != size || !(Math.abs(sum - 1) < 1e-9)) {
      throw new IllegalArgumentException(
          name + " must be " + size + " chances that sum to 1, was " + Arrays.toString(values));
    }
  }
}
