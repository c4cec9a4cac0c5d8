package io.tradinggym.trading;

import io.tradinggym.api.ObservationField;

/** How numbers of accounts, chains and venues are shown to an agent: within +-{@value #LIMIT}. */
public final class Shown {
  /** Numbers are shown within +- this. */
  public static final double LIMIT = 10;

  private Shown() {}

  /**
   * {@return the field of a number of either sign}
   *
   * @param name such as {@code cash}
   * @param unit what 1 stands for, such as {@code of equity}
   * @param meaning what the number says, for a person
   */
  public static ObservationField signed(String name, String unit, String meaning) {
    return new ObservationField(name, unit, -LIMIT, LIMIT, meaning);
  }

  /**
   * {@return the field of a number that is not negative}
   *
   * @param name such as {@code width}
   * @param unit what 1 stands for, such as {@code of equity}
   * @param meaning what the number says, for a person
   */
  public static ObservationField positive(String name, String unit, String meaning) {
    return new ObservationField(name, unit, 0, LIMIT, meaning);
  }

  /**
   * {@return a number, cut off at +-{@value #LIMIT}; NaN stays NaN} Nearly all lie between the limits, which a
   * processor guesses: {@link Math#clamp(double, double, double)} waits for both comparisons.
   *
   * @param value any number, infinite or NaN ones too
   */
  public static double within(double value) {
    return value > LIMIT ? LIMIT : value < -LIMIT ? -LIMIT : value;
  }
}
