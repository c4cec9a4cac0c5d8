package io.tradinggym.trading;

/** How numbers of an account are shown to an agent. */
final class Shown {
  /** Numbers are shown within +- this. */
  static final double LIMIT = 10;

  private Shown() {}

  /** A number within the limit. */
  static double within(double value) {
    return Math.clamp(value, -LIMIT, LIMIT);
  }
}
