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
  private static final double HALF = 0.5;

  /** How places are laid out. */
  public enum Kind {
    /** Any number, evenly. */
    REAL,
    /** Any number > 0, evenly in its logarithm. */
    LOG,
    /** Whole numbers, evenly. */
    INTEGER,
    /** Whole numbers > 0, evenly in their logarithm. */
    LOG_INTEGER,
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
        && (choices.isEmpty() || new HashSet<>(choices).size() < choices.size())) {
      throw new IllegalArgumentException(
          name + ": a choice needs values, each once, was " + choices);
    }
    boolean integer = kind == Kind.INTEGER || kind == Kind.LOG_INTEGER;
    boolean log = kind == Kind.LOG || kind == Kind.LOG_INTEGER;
    if (integer && high - low >= Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          name + ": a range of whole numbers holds fewer than 2^31, was " + low + " .. " + high);
    }
    boolean broken = integer && (low != Math.rint(low) || high != Math.rint(high));
    if (kind != Kind.CHOICE
        && (!(low < high)
            || Double.isInfinite(low)
            || Double.isInfinite(high)
            || (log && low <= 0)
            || broken)) {
      throw new IllegalArgumentException(
          name
              + ": a range needs low < high, both finite"
              + (log ? " and > 0" : "")
              + (integer ? " and whole" : "")
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
      return number >= low && number <= high && (!whole() || number == Math.rint(number));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Whether it stands for whole numbers. */
  public boolean whole() {
    return kind == Kind.INTEGER || kind == Kind.LOG_INTEGER;
  }

  /** How many values there are, each with as much room; 0 where places are not cut evenly. */
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
      case LOG_INTEGER ->
          Math.clamp(Math.rint(edge() * Math.pow((high + HALF) / edge(), place)), low, high);
      case INTEGER, CHOICE -> low + cell(place);
    };
  }

  /** The value that a place stands for, as a configuration writes it. */
  public String value(double place) {
    double number = number(place);
    return switch (kind) {
      case REAL, LOG -> String.valueOf(number);
      case INTEGER, LOG_INTEGER -> String.valueOf((long) number);
      case CHOICE -> choices.get((int) number);
    };
  }

  /** Of whole numbers each has the room from half a number below to half a number above. */
  private double edge() {
    return low - HALF;
  }

  /** The place in [0, 1] of a value as a configuration writes it; choices are spread from end to end. */
  public double placeOf(String value) {
    if (kind == Kind.CHOICE) {
      return choices.indexOf(value) / Math.max(1, high);
    }
    double number = Double.parseDouble(value);
    return switch (kind) {
      case LOG, LOG_INTEGER -> Math.log(number / low) / Math.log(high / low);
      default -> (number - low) / (high - low);
    };
  }

  /** The place of a value, the middle of its cell where values are counted. */
  double place(double number) {
    return switch (kind) {
      case REAL -> (number - low) / (high - low);
      case LOG -> Math.log(number / low) / Math.log(high / low);
      case LOG_INTEGER -> Math.log(number / edge()) / Math.log((high + HALF) / edge());
      case INTEGER, CHOICE -> (number - low + 0.5) / count();
    };
  }
}
