package io.tradinggym.allocator.drift;

/** Refuses arguments with one message: what is wrong, where, its value, what would be right. */
final class Check {
  private Check() {}

  static double positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be positive and finite, was " + value);
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

  static int atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be >= " + least + ", was " + value);
    }
    return value;
  }

  static double[] sample(String name, double[] values, int least) {
    if (values.length < least) {
      throw new IllegalArgumentException(
          name + " must have at least " + least + " numbers, has " + values.length);
    }
    for (int i = 0; i < values.length; i++) {
      finite("number " + i + " of " + name, values[i]);
    }
    return values;
  }
}
