package io.tradinggym.api;

import java.util.Objects;

/**
 * A number that an environment reports beside observation and reward, such as equity or the fees of a step. Declared in
 * the {@link EnvironmentSpec}, written by position in a step and read by field outside it.
 *
 * @param name lower_snake_case, unique within an environment
 * @param unit such as {@code USD}, {@code bars}, or {@code 1} for a plain number
 * @param meaning one sentence
 */
public record InfoField(String name, String unit, String meaning) {
  /** Checks the name. */
  public InfoField {
    if (!name.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException(
          "info field name must be lower_snake_case, was \"" + name + "\"");
    }
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(meaning, "meaning");
  }

  /**
   * {@return a field of this name, unit and meaning}
   *
   * @param name lower_snake_case, unique within an environment
   * @param unit such as {@code USD}, {@code bars}, or {@code 1} for a plain number
   * @param meaning one sentence
   * @throws IllegalArgumentException if the name is not lower_snake_case
   */
  public static InfoField of(String name, String unit, String meaning) {
    return new InfoField(name, unit, meaning);
  }
}
