package io.tradinggym.explain.synthesis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a number is counted in, where a record or a text says so. */
enum Measure {
  /** Hundredths. */
  PERCENT("%|percent(?:age\\s+points?)?\\b|per\\s?cent\\b|pct\\b"),
  /** Hundredths of a percent. */
  BASIS_POINTS("basis\\s+points?\\b|bps?\\b"),
  /** A currency. */
  MONEY("(?:dollars?|cents?|euros?|USD|EUR|GBP|JPY|CHF)\\b|[$\u20ac\u00a3\u00a5]"),
  /** Days, of the calendar or with a session. */
  DAYS("(?:(?:trading|calendar|business|more)\\s+)?(?:days?|sessions?)\\b"),
  /** Weeks. */
  WEEKS("weeks?\\b"),
  /** Months. */
  MONTHS("months?\\b"),
  /** Quarters of a year. */
  QUARTERS("quarters?\\b"),
  /** Years. */
  YEARS("years?\\b"),
  /** Whole pieces. */
  PIECES("(?:shares?|contracts?)\\b"),
  /** Average true ranges. */
  RANGES("ATRs?\\b|average\\s+true\\s+ranges?\\b"),
  /** Of an index, or of a price. */
  POINTS("(?:index\\s+)?points?\\b|pts?\\b"),
  /** How many times another number. */
  TIMES("times\\b|x\\b"),
  /** A number that has no unit. */
  PLAIN("(?!)"),
  /** Nothing is said. */
  ANY("");

  private static final Pattern CURRENCY =
      Pattern.compile("(?:[$\u20ac\u00a3\u00a5]|\\b(?:USD|EUR|GBP|JPY|CHF))\\s?$");

  private final Pattern words;

  Measure(String words) {
    this.words = Pattern.compile("[\\s-]?(?:" + words + ")", Pattern.CASE_INSENSITIVE);
  }

  /** What the number from here to there is counted in, by what stands before and behind it. */
  static Measure said(String text, int from, int to) {
    if (CURRENCY.matcher(text.substring(Math.max(0, from - 4), from)).find()) {
      return MONEY;
    }
    for (Measure measure : values()) {
      Matcher behind = measure.words.matcher(text).region(to, text.length());
      if (behind.lookingAt()) {
        return measure;
      }
    }
    return ANY;
  }

  static Measure of(Fact.Unit unit) {
    return switch (unit) {
      case PRICE -> MONEY;
      case PERCENT -> PERCENT;
      case DAYS -> DAYS;
      case COUNT -> PIECES;
      case SHARE, NUMBER -> PLAIN;
      case TEXT -> ANY;
    };
  }

  /** Whether what is known in this measure may be said so. */
  boolean bears(Measure said) {
    return said == this
        || said == ANY
        || this == ANY
        || (said == POINTS && (this == MONEY || this == PLAIN))
        || (said == TIMES && this == PLAIN);
  }
}
