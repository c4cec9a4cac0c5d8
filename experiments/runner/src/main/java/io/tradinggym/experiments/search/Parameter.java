package io.tradinggym.experiments.search;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing to choose. Inside a search its value is a place in [0, 1]; {@link #value} tells what that stands for.
 *
 * @param name key of the setting, such as {@code algorithm.learningRate}
 * @param kind how places are laid out
 * @param low least value; 0 for a choice
 * @param high largest value, included; for a choice the index of the last
 * @param choices texts of a choice, else empty
 * @param when in which cases it matters at all; null for always
 */
public record Parameter(
    String name,
    Kind kind,
    double low,
    double high,
    List<String> choices,
    @Nullable Condition when) {
  /** How places are laid out. */
  public enum Kind {
    /** Any number, evenly. */
    REAL,
    /** Any number > 0, evenly in its logarithm. */
    LOG,
    /** Whole numbers, evenly. */
    INTEGER,
    /** Texts without an order. */
    CHOICE
  }

  /**
   * Only where another choice was made so.
   *
   * @param parent name of a {@link Kind#CHOICE} that stands before
   * @param value one of its texts
   */
  public record Condition(String parent, String value) {}

  /** Checks the range. */
  public Parameter {
    choices = List.copyOf(choices);
    if (kind == Kind.CHOICE
        && (choices.size() < 2 || new HashSet<>(choices).size() < choices.size())) {
      throw new IllegalArgumentException(
          name + ": a choice needs two values or more, each once, was " + choices);
    }
    if (kind == Kind.INTEGER && high - low >= Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          name + ": a range of whole numbers holds fewer than 2^31, was " + low + " .. " + high);
    }
    boolean whole = kind == Kind.INTEGER && (low != Math.rint(low) || high != Math.rint(high));
    if (!(low < high)
        || Double.isInfinite(low)
        || Double.isInfinite(high)
        || (kind == Kind.LOG && low <= 0)
        || whole) {
      throw new IllegalArgumentException(
          name
              + ": a range needs low < high, both finite"
              + (kind == Kind.LOG ? " and > 0" : kind == Kind.INTEGER ? " and whole" : "")
              + ", was "
              + low
              + " .. "
              + high);
    }
  }

  /** Whether a text is one of its values. */
  boolean holds(String value) {
    if (kind == Kind.CHOICE) {
      return choices.contains(value);
    }
    try {
      double number = Double.parseDouble(value);
      return number >= low
          && number <= high
          && (kind != Kind.INTEGER || number == Math.rint(number));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** How many values there are; 0 for as many as numbers. */
  int count() {
    return kind == Kind.INTEGER || kind == Kind.CHOICE ? (int) (high - low) + 1 : 0;
  }

  /** Which of its values a place stands for, where they are counted. */
  int cell(double place) {
    return Math.min((int) (place * count()), count() - 1);
  }

  /** The number that a place stands for; of a choice its index. */
  public double number(double place) {
    return switch (kind) {
      case REAL -> low + place * (high - low);
      case LOG -> Math.clamp(low * Math.pow(high / low, place), low, high);
      case INTEGER, CHOICE -> low + cell(place);
    };
  }

  /** The value that a place stands for, as a configuration writes it. */
  public String value(double place) {
    double number = number(place);
    return switch (kind) {
      case REAL, LOG -> String.valueOf(number);
      case INTEGER -> String.valueOf((long) number);
      case CHOICE -> choices.get((int) number);
    };
  }

  /** The place in [0, 1] of a value as a configuration writes it; choices are spread from end to end. */
  public double placeOf(String value) {
    if (kind == Kind.CHOICE) {
      return choices.indexOf(value) / Math.max(1, high);
    }
    double number = Double.parseDouble(value);
    return kind == Kind.LOG
        ? Math.log(number / low) / Math.log(high / low)
        : (number - low) / (high - low);
  }

  /** The place of a value, the middle of its cell where values are counted. */
  double place(double number) {
    return switch (kind) {
      case REAL -> (number - low) / (high - low);
      case LOG -> Math.log(number / low) / Math.log(high / low);
      case INTEGER, CHOICE -> (number - low + 0.5) / count();
    };
  }
}
