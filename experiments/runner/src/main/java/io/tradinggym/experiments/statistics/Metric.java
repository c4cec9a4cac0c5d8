package io.tradinggym.experiments.statistics;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One named number of a report.
 *
 * @param name key in files, lower case with underscores; never changes its meaning
 * @param label heading in tables
 * @param value NaN where the metric is not defined for the data
 */
public record Metric(String name, String label, double value, Unit unit, Direction better) {
  /** What the value is measured in. */
  public enum Unit {
    /** A share of one, printed in per cent. */
    FRACTION,
    /** A pure number. */
    RATIO,
    /** Between 0 and 1. */
    PROBABILITY,
    /** Length in periods of the equity series. */
    PERIODS,
    /** How many. */
    COUNT,
    /** Hundredths of a per cent. */
    BASIS_POINTS,
    /** The account's currency. */
    CURRENCY
  }

  /** Which way is better. */
  public enum Direction {
    HIGHER,
    LOWER,
    /** Describes; does not judge. */
    NEITHER
  }

  public Metric {
    if (Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          name + " must be finite, or NaN where it is undefined, was " + value);
    }
  }

  /** The value of the metric with that name, NaN if there is none. */
  public static double named(List<Metric> metrics, String name) {
    return metrics.stream()
        .filter(metric -> metric.name().equals(name))
        .mapToDouble(Metric::value)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** The value, empty where it is undefined; what a file shows as {@code null}. */
  public OptionalDouble defined() {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** The value with its unit as tables show it, {@code n/a} where it is undefined. */
  public String text() {
    if (Double.isNaN(value)) {
      return "n/a";
    }
    return switch (unit) {
      case FRACTION -> format("%,.2f %%", 100 * value);
      case RATIO -> format("%,.2f", value);
      case PROBABILITY -> format("%.3f", value);
      case PERIODS -> format("%,.0f", value) + (Math.round(value) == 1 ? " period" : " periods");
      case COUNT -> format("%,.0f", value);
      case BASIS_POINTS -> format("%.1f bp", value);
      case CURRENCY -> format("%,.2f", value);
    };
  }

  private static String format(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}
