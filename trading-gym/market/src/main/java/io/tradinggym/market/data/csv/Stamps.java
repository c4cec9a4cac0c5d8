package io.tradinggym.market.data.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the dates and times that files of bars use: {@code 2005-01-03}, {@code 20050103}, {@code 2005/01/03}, {@code
 * 01/03/2005} (month first, unless some row of the file cannot be), {@code 03.01.2005} (day first), each with an
 * optional time and offset, and Unix seconds, milliseconds, microseconds.
 */
final class Stamps {
  private static final Pattern NUMERIC =
      Pattern.compile(
          "(\\d{1,4})([-/.])(\\d{1,2})\\2(\\d{1,4})(?:[ T](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?"
              + "(Z|[+-]\\d{2}:?\\d{2})?)?(?: ?UTC)?");
  private static final Pattern COMPACT =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?: (\\d{2}):(\\d{2}))?");
  private static final long MILLIS_FROM = 100_000_000_000L;
  private static final long MICROS_FROM = 100_000_000_000_000L;

  private final boolean dayFirst;

  /**
   * A reader of one file's stamps.
   *
   * @param dayFirst whether slashes mean day/month/year
   */
  Stamps(boolean dayFirst) {
    this.dayFirst = dayFirst;
  }

  /** Whether a stamp can only be read with the day first. */
  static boolean needsDayFirst(String text) {
    Matcher m = NUMERIC.matcher(text);
    return m.matches()
        && m.group(2).equals("/")
        && m.group(1).length() <= 2
        && Integer.parseInt(m.group(1)) > 12;
  }

  /** Whether a stamp is a day without a time. */
  static boolean isDay(String text) {
    return !text.contains(":") && !text.matches("\\d{9,}");
  }

  /** Epoch milliseconds UTC; nothing if the text is no stamp. A day without a time is its midnight, UTC. */
  OptionalLong parse(String text) {
    try {
      Matcher numeric = NUMERIC.matcher(text);
      if (numeric.matches()) {
        return OptionalLong.of(numeric(numeric));
      }
      Matcher compact = COMPACT.matcher(text);
      if (compact.matches()) {
        LocalDate day = LocalDate.of(number(compact, 1), number(compact, 2), number(compact, 3));
        LocalTime time =
            compact.group(4) == null
                ? LocalTime.MIN
                : LocalTime.of(number(compact, 4), number(compact, 5));
        return OptionalLong.of(
            LocalDateTime.of(day, time).toInstant(ZoneOffset.UTC).toEpochMilli());
      }
      return text.matches("\\d{9,17}(\\.0+)?") ? OptionalLong.of(unix(text)) : OptionalLong.empty();
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  private long numeric(Matcher m) {
    int first = number(m, 1);
    int second = number(m, 3);
    int third = number(m, 4);
    LocalDate day;
    if (m.group(1).length() == 4) {
      day = LocalDate.of(first, second, third);
    } else {
      int year = m.group(4).length() == 2 ? 2000 + third : third;
      boolean dayLeads = dayFirst || m.group(2).equals(".");
      day = LocalDate.of(year, dayLeads ? second : first, dayLeads ? first : second);
    }
    if (m.group(5) == null) {
      return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
    LocalTime time =
        LocalTime.of(number(m, 5), number(m, 6), m.group(7) == null ? 0 : number(m, 7));
    // An exchange's own midnight with its offset is a day, not an instant of the day before in UTC.
    boolean midnight = time.equals(LocalTime.MIN);
    ZoneOffset offset = m.group(8) == null || midnight ? ZoneOffset.UTC : ZoneOffset.of(m.group(8));
    return OffsetDateTime.of(day, time, offset).toInstant().toEpochMilli();
  }

  private static long unix(String text) {
    long value = Long.parseLong(text.contains(".") ? text.substring(0, text.indexOf('.')) : text);
    return value >= MICROS_FROM ? value / 1000 : value >= MILLIS_FROM ? value : value * 1000;
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }
}
