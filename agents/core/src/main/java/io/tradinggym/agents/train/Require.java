package io.tradinggym.agents.train;

/** Checks settings. */
public final class Require {
  private Require() {}

  /**
   * Returns if a rule holds.
   *
   * @param holds whether it does
   * @param rule such as "gamma must be in (0, 1]"
   * @param value what was given
   * @throws IllegalArgumentException with the rule and the value
   */
  public static void that(boolean holds, String rule, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ", was " + value);
    }
  }
}
