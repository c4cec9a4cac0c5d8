package io.tradinggym.options.trading;

import io.tradinggym.api.ObservationField;

/** How numbers of chains and accounts are shown: within +-{@value #LIMIT}. */
final class OptionFields {
  static final double LIMIT = 10;

  private OptionFields() {}

  /** A number of either sign. */
  static ObservationField signed(String name, String unit, String meaning) {
    return new ObservationField(name, unit, -LIMIT, LIMIT, meaning);
  }

  /** A number that is not negative. */
  static ObservationField positive(String name, String unit, String meaning) {
    return new ObservationField(name, unit, 0, LIMIT, meaning);
  }

  /** A number within the limits. */
  static double limited(double value) {
    return Math.clamp(value, -LIMIT, LIMIT);
  }
}
