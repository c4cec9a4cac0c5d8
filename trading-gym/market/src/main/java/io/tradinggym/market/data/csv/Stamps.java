package io.tradinggym.market.data.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates and times that files of bars use: {@code 2005-01-03}, {@code 20050103}, {@code 2005/01/03}, {@code
 * 01/03/2005} (month first, unless some row of the file cannot be), {@code 03.01.2005} (day first), each with an
 * optional time and offset, and Unix seconds, milliseconds, microseconds, nanoseconds.
 */
final class Stamps {
  private static final Pattern NUMERIC =
      Pattern.compile(
          "(\\d{1,4})([-/.])(\\d{1,2})\\2(\\d{1,4})(?:["
              + " T](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?"
              + " ?(Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?)?");
  private static final Pattern COMPACT =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:[ T]?(\\d{2}):?(\\d{2})(?::?(\\d{2}))?)?");
  private static final Pattern UNIX = Pattern.compile("(\\d{9,19})(?:\\.\\d+)?");

  /** Digits of 20050103 0930 and of 20050103 093000 are no Unix times when they read as dates of these years. */
  private static final int FIRST_YEAR = 1900;

  private static final int LAST_YEAR = 2100;
  private static final int OLDEST = 1700;
  private static final long MILLIS_FROM = 100_000_000_000L;
  private static final long MICROS_FROM = 100_000_000_000_000L;
  private static final long NANOS_FROM = 100_000_000_000_000_000L;

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

  /** Epoch milliseconds, local times taken as UTC; nothing if the text is no stamp. */
  OptionalLong parse(String text) {
    return stamp(text)
        .map(stamp -> OptionalLong.of(stamp.instant(ZoneOffset.UTC)))
        .orElse(OptionalLong.empty());
  }

  /** What a text says; nothing if it is no stamp, or one of a year in which nothing was traded. */
  Optional<Stamp> stamp(String text) {
    return any(text)
        .filter(stamp -> stamp.local().getYear() >= OLDEST && stamp.local().getYear() <= LAST_YEAR);
  }

  private Optional<Stamp> any(String text) {
    try {
      Matcher numeric = NUMERIC.matcher(text);
      if (numeric.matches()) {
        return Optional.of(numeric(numeric));
      }
      Matcher compact = COMPACT.matcher(text);
      if (compact.matches() && isYear(compact)) {
        LocalDate day = LocalDate.of(number(compact, 1), number(compact, 2), number(compact, 3));
        return Optional.of(new Stamp(day.atTime(time(compact, 4)), null));
      }
      Matcher unix = UNIX.matcher(text);
      return unix.matches() ? Optional.of(unix(unix.group(1))) : Optional.empty();
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Of twelve or fourteen bare digits only those of a year near us are a date; the others count milliseconds. */
  private static boolean isYear(Matcher m) {
    int year = number(m, 1);
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  private Stamp numeric(Matcher m) {
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
      return new Stamp(day.atStartOfDay(), null);
    }
    return new Stamp(day.atTime(time(m, 5)), offset(m.group(8)));
  }

  private static @Nullable ZoneOffset offset(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return text.startsWith("+") || text.startsWith("-") ? ZoneOffset.of(text) : ZoneOffset.UTC;
  }

  private static LocalTime time(Matcher m, int group) {
    return m.group(group) == null
        ? LocalTime.MIN
        : LocalTime.of(
            number(m, group),
            number(m, group + 1),
            m.group(group + 2) == null ? 0 : number(m, group + 2));
  }

  private static Stamp unix(String text) {
    long value = Long.parseLong(text);
    long millis =
        value >= NANOS_FROM
            ? value / 1_000_000
            : value >= MICROS_FROM ? value / 1000 : value >= MILLIS_FROM ? value : value * 1000;
    return new Stamp(
        LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC), ZoneOffset.UTC);
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }
}
