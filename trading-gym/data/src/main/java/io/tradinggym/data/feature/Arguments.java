package io.tradinggym.data.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was written between a feature's parentheses, defaults filled in. */
public final class Arguments {
  private static final int LONGEST = 10_000;
  private final Formula formula;
  private final List<String> values;

  private Arguments(Formula formula, List<String> values) {
    this.formula = formula;
    this.values = values;
  }

  static Arguments of(Formula formula, List<String> given) {
    List<Formula.Parameter> parameters = formula.parameters();
    if (given.size() > parameters.size()) {
      throw new IllegalArgumentException(
          formula.name()
              + " takes at most "
              + parameters.size()
              + " arguments "
              + parameters.stream().map(Formula.Parameter::name).toList()
              + ", was given "
              + given);
    }
    List<String> values = new ArrayList<>(given);
    for (int i = given.size(); i < parameters.size(); i++) {
      if (parameters.get(i).required()) {
        throw new IllegalArgumentException(
            formula.name()
                + " needs its argument "
                + parameters.get(i).name()
                + ", was given "
                + given);
      }
      values.add(parameters.get(i).fallback());
    }
    return new Arguments(formula, List.copyOf(values));
  }

  /**
   * {@return an argument as it is written}
   *
   * @param i index of the argument, from 0
   */
  public String text(int i) {
    return values.get(i);
  }

  /**
   * {@return an argument that is a number of bars, at least 1}
   *
   * @param i index of the argument, from 0
   * @throws IllegalArgumentException naming the feature and the argument, if it is not
   */
  public int bars(int i) {
    return bars(i, 1);
  }

  /**
   * {@return an argument that is a number of bars, at least so many}
   *
   * @param i index of the argument, from 0
   * @param least fewest bars that will do
   * @throws IllegalArgumentException naming the feature and the argument, if it is not
   */
  public int bars(int i, int least) {
    int value;
    try {
      value = Integer.parseInt(values.get(i));
    } catch (NumberFormatException e) {
      throw wrong(i, "a whole number", e);
    }
    if (value < least || value > LONGEST) {
      throw wrong(i, "in " + least + " .. " + LONGEST, null);
    }
    return value;
  }

  /**
   * {@return an argument that is a number above 0}
   *
   * @param i index of the argument, from 0
   * @throws IllegalArgumentException naming the feature and the argument, if it is not
   */
  public double number(int i) {
    double value;
    try {
      value = Double.parseDouble(values.get(i));
    } catch (NumberFormatException e) {
      throw wrong(i, "a number", e);
    }
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw wrong(i, "above 0", null);
    }
    return value;
  }

  /** One of an enum's names, in small letters. */
  <E extends Enum<E>> E choice(int i, Class<E> type) {
    for (E each : type.getEnumConstants()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(values.get(i))) {
        return each;
      }
    }
    throw wrong(
        i, "one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT), null);
  }

  private IllegalArgumentException wrong(int i, String right, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        formula.parameters().get(i).name()
            + " of "
            + formula.name()
            + " must be "
            + right
            + ", was "
            + values.get(i),
        cause);
  }

  /** As they are written: {@code 12,26,9}. */
  @Override
  public String toString() {
    return String.join(",", values);
  }
}
