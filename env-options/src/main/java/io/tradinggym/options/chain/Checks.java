package io.tradinggym.options.chain;

/** Argument checks with one form of message; NaN never passes. */
final class Checks {
  private Checks() {}

  static void require(boolean holds, String rule, double value) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ", was " + value);
    }
  }
}
