package io.tradinggym.options.surface;

/** Argument checks with one form of message. */
final class Checks {
  private Checks() {}

  static void require(boolean holds, String rule, double value) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ", was " + value);
    }
  }
}
