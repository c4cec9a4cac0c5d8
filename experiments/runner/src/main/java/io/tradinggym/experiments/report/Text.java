package io.tradinggym.experiments.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** How numbers, dates and text are written in a page. */
public final class Text {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ROOT);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yy", Locale.ROOT);

  private static final DateTimeFormatter SHORT_DAY =
      DateTimeFormatter.ofPattern("d MMM", Locale.ROOT);

  /** Seven marks of an axis are in months of their own from here on. */
  private static final double MONTHS = 240 * 86_400_000.0;

  private Text() {}

  /** Text for HTML. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A fraction as per cent; n/a for NaN. */
  public static String percent(double fraction) {
    double size = Math.abs(fraction * 100);
    return Double.isNaN(fraction)
        ? "n/a"
        : format(size < 10 ? "%.2f %%" : size < 1000 ? "%.1f %%" : "%,.0f %%", fraction * 100);
  }

  /**
   * How many of what, such as {@code 1 path} or {@code 1,200 paths}.
   *
   * @param what in the singular, of a noun whose plural ends in s
   */
  public static String count(long number, String what) {
    return String.format(Locale.ROOT, "%,d ", number) + what + (number == 1 ? "" : "s");
  }

  static String money(double amount) {
    return Double.isNaN(amount) ? "n/a" : format("%,.0f", amount);
  }

  /** Whole lots as they are, parts of coins to six decimals. */
  static String quantity(double value) {
    return value == Math.rint(value) ? format("%,.0f", value) : format("%,.6f", value);
  }

  /** A number, short; n/a for NaN. */
  public static String number(double value) {
    double size = Math.abs(value);
    if (Double.isNaN(value)) {
      return "n/a";
    }
    if (size >= 1e6) {
      return format("%.3gM", value / 1e6);
    }
    if (size >= 1e4) {
      return format("%.0fk", value / 1e3);
    }
    if (size >= 1) {
      return format(size >= 100 ? "%,.0f" : "%.2f", value);
    }
    return format(size >= 0.1 ? "%.3f" : "%.4f", value);
  }

  /** A price: to the cent, and below 1 in four digits that count. */
  static String price(double value) {
    double size = Math.abs(value);
    return Double.isNaN(value)
        ? "n/a"
        : size >= 1 || size == 0
            ? format("%,.2f", value)
            : format("%." + Math.clamp(4 - (int) Math.ceil(Math.log10(size)), 4, 12) + "f", value);
  }

  static String pixel(double value) {
    return format("%.1f", value);
  }

  /** A day such as 3 Jan 2005, of epoch milliseconds UTC. */
  public static String day(double epochMillis) {
    return DAY.format(Instant.ofEpochMilli((long) epochMillis).atZone(ZoneOffset.UTC));
  }

  /** A mark of an axis of these times: its month, or its day where months would repeat. */
  static String mark(double epochMillis, List<? extends Number> times) {
    double span = times.getLast().doubleValue() - times.getFirst().doubleValue();
    DateTimeFormatter format = span < MONTHS ? SHORT_DAY : MONTH;
    return format.format(Instant.ofEpochMilli((long) epochMillis).atZone(ZoneOffset.UTC));
  }

  private static String format(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}
