package io.tradinggym.api;

import java.util.Objects;

/**
 * One number of an observation, for documentation, explanations and whoever builds observations by hand.
 *
 * @param name unique within an environment, such as {@code rsi14[SPY]} or {@code cash}
 * @param unit such as {@code equity}, {@code basis points}, or {@code 1} for a plain number
 * @param low smallest value that is written; may be infinite
 * @param high largest value that is written; may be infinite
 * @param meaning a few words
 */
public record ObservationField(String name, String unit, double low, double high, String meaning) {
  /** Checks the bounds. */
  public ObservationField {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "observation field " + name + " must have low <= high, was " + low + " and " + high);
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException("an observation field must have a name");
    }
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(meaning, "meaning");
  }
}
