package io.tradinggym.reward;

/** Checks and small numbers that rewards share. */
final class Check {
  private Check() {}

  static void positive(String name, double value) {
    if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(name + " must be > 0 and finite, was " + value);
    }
  }

  static void within(String name, double value, double low, double high) {
    if (!(value > low && value < high)) {
      throw new IllegalArgumentException(
          name + " must be in (" + low + ", " + high + "), was " + value);
    }
  }

  /** Any number into (-1, 1) without losing which it was: x / (1 + |x|). */
  static float squash(double x) {
    return (float) (x / (1 + Math.abs(x)));
  }
}
