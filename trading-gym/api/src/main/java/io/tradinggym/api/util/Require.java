package io.tradinggym.api.util;

/** Checks of arguments. What does not hold is an {@link IllegalArgumentException} that names the rule and the value. */
public final class Require {
  private Require() {}

  /**
   * Returns if a rule holds.
   *
   * @param holds whether the rule does; comparisons such as {@code x > 0} do not hold for NaN
   * @param rule a sentence without its end, such as {@code x must be > 0}
   * @param value what was given
   * @throws IllegalArgumentException with the rule and the value
   */
  public static void that(boolean holds, String rule, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ", was " + value);
    }
  }

  /**
   * {@link #that(boolean, String, Object)} of a number, which makes no object of it.
   *
   * @param holds whether the rule does
   * @param rule a sentence without its end, such as {@code x must be > 0}
   * @param value what was given
   */
  public static void that(boolean holds, String rule, double value) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ", was " + value);
    }
  }

  /**
   * {@link #that(boolean, String, Object)} of a whole number.
   *
   * @param holds whether the rule does
   * @param rule a sentence without its end, such as {@code x must be > 0}
   * @param value what was given
   */
  public static void that(boolean holds, String rule, long value) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ", was " + value);
    }
  }

  /**
   * Returns if a rule holds for a parameter.
   *
   * @param name of the parameter
   * @param holds whether the rule does
   * @param value what was given
   * @param rule what follows "must be", such as {@code in (0, 1]}
   * @throws IllegalArgumentException such as "gamma must be in (0, 1], was 2.0"
   */
  public static void that(String name, boolean holds, double value, String rule) {
    if (!holds) {
      that(false, name + " must be " + rule, value);
    }
  }

  /**
   * {@link #that(String, boolean, double, String)} of a whole number.
   *
   * @param name of the parameter
   * @param holds whether the rule does
   * @param value what was given
   * @param rule what follows "must be", such as {@code in (0, 1]}
   */
  public static void that(String name, boolean holds, long value, String rule) {
    if (!holds) {
      that(false, name + " must be " + rule, value);
    }
  }
}
