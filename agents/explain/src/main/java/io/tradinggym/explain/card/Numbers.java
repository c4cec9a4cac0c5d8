package io.tradinggym.explain.card;

import java.util.Locale;

/** How numbers are written on a card: short, and fast, since {@code String.format} takes most of a card's time. */
final class Numbers {
  private static final long[] POWERS = {1, 10, 100, 1_000, 10_000};

  private Numbers() {}

  /** With so many decimals, 0 to 4; thousands in groups. */
  static String decimal(double value, int decimals) {
    if (!(Math.abs(value) < 1e12)) {
      return String.format(Locale.ROOT, "%.3g", value);
    }
    long scaled = Math.round(Math.abs(value) * POWERS[decimals]);
    StringBuilder out = new StringBuilder();
    if (value < 0 && scaled != 0) {
      out.append('-');
    }
    group(out, scaled / POWERS[decimals]);
    if (decimals > 0) {
      String part = Long.toString(scaled % POWERS[decimals]);
      out.append('.').repeat('0', decimals - part.length()).append(part);
    }
    return out.toString();
  }

  private static void group(StringBuilder out, long whole) {
    String digits = Long.toString(whole);
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % 3 == 0) {
        out.append(',');
      }
      out.append(digits.charAt(i));
    }
  }

  /** A part of a whole without its leading zero, {@code .31}. */
  static String share(double value) {
    String text = decimal(value, 2);
    return text.startsWith("0.") ? text.substring(1) : text;
  }

  /** A part of a whole in percent, with a decimal. */
  static String percent(double value) {
    return decimal(100 * value, 1) + " %";
  }

  /** A value of an observation: four digits that count. */
  static String value(double value) {
    double size = Math.abs(value);
    return decimal(value, size >= 100 ? 1 : size >= 10 ? 2 : 3);
  }

  /** Units: whole ones as they are, parts to four decimals. */
  static String units(double value) {
    return decimal(value, value == Math.rint(value) ? 0 : 4);
  }

  /** Such as {@code 97th percentile}. */
  static String percentile(double part) {
    long rank = Math.clamp(Math.round(100 * part), 0, 100);
    long last = rank % 100 / 10 == 1 ? 0 : rank % 10;
    String ending = last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th";
    return rank + ending + " percentile";
  }
}
