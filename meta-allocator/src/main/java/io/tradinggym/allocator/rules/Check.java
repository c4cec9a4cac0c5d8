package io.tradinggym.allocator.rules;

/** Refuses arguments with one message: what is wrong, where, its value, what would be right. */
final class Check {
  private Check() {}

  static int size(int size) {
    if (size < 2) {
      throw new IllegalArgumentException("a rule needs at least 2 experts or assets, was " + size);
    }
    return size;
  }

  static double positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be positive and finite, was " + value);
    }
    return value;
  }

  static double within(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          name + " must be in [" + low + ", " + high + "], was " + value);
    }
    return value;
  }

  static void finite(double[] losses, int size) {
    length(losses, size);
    for (int i = 0; i < size; i++) {
      if (!(Math.abs(losses[i]) < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the loss of expert " + i + " must be finite, was " + losses[i]);
      }
    }
  }

  static void unit(double[] losses, int size) {
    length(losses, size);
    for (int i = 0; i < size; i++) {
      if (!(losses[i] >= 0 && losses[i] <= 1)) {
        throw new IllegalArgumentException(
            "the loss of expert " + i + " must be in [0, 1], was " + losses[i]);
      }
    }
  }

  static void relatives(double[] relatives, int size) {
    length(relatives, size);
    for (int i = 0; i < size; i++) {
      if (!(relatives[i] > 0 && relatives[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the price relative of asset "
                + i
                + " must be positive and finite, was "
                + relatives[i]);
      }
    }
  }

  static void length(double[] values, int size) {
    if (values.length != size) {
      throw new IllegalArgumentException(
          "the rule is for " + size + " experts or assets, was given " + values.length);
    }
  }
}
