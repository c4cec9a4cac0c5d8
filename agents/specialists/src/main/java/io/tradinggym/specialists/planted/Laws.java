package io.tradinggym.specialists.planted;

/** Checks of parameters. */
final class Laws {
  private Laws() {}

  static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be positive and finite, was " + value);
    }
  }

  static void notNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be >= 0 and finite, was " + value);
    }
  }

  /** In [low, high). */
  static void within(String name, double value, double low, double high) {
    if (!(value >= low && value < high)) {
      throw new IllegalArgumentException(
          name + " must be in [" + low + ", " + high + "), was " + value);
    }
  }

  static void bars(int bars) {
    if (bars < 1) {
      throw new IllegalArgumentException("bars must be >= 1, was " + bars);
    }
  }
}
