package io.tradinggym.market.data.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates and times that files of bars use: {@code 2005-01-03}, {@code 20050103}, {@code 2005/01/03}, {@code
 * 01/03/2005} (month first, unless some row of the file cannot be), {@code 03.01.2005} (day first), each with an
 * optional time (of 24 hours, or with AM and PM) and offset, {@code 02-Jan-2019}, {@code Jan 02, 2019}, and Unix
 * seconds, milliseconds, microseconds, nanoseconds.
 */
final class Stamps {
  private static final Pattern NUMERIC =
      Pattern.compile(
          "(\\d{1,4})([-/.])(\\d{1,2})\\2(\\d{1,4})(?:["
              + " T](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?"
              + "(?: ?([AaPp])[Mm])?"
              + " ?(Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?)?");
  private static final Pattern COMPACT =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:[ T]?(\\d{2}):?(\\d{2})(?::?(\\d{2}))?)?");

  /** 02-Jan-2019, 2 January 2019. */
  private static final Pattern DAY_MONTH =
      Pattern.compile("(\\d{1,2})[- ]([A-Za-z]{3,9})[- ](\\d{4}|\\d{2})");

  /** Jan 02, 2019. */
  private static final Pattern MONTH_DAY = Pattern.compile("([A-Za-z]{3,9}) (\\d{1,2}),? (\\d{4})");

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final int NOON = 12;
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
      Matcher british = DAY_MONTH.matcher(text);
      if (british.matches()) {
        return Optional.of(named(british.group(1), british.group(2), british.group(3)));
      }
      Matcher american = MONTH_DAY.matcher(text);
      if (american.matches()) {
        return Optional.of(named(american.group(2), american.group(1), american.group(3)));
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
      int year = year(m.group(4));
      boolean dayLeads = dayFirst || m.group(2).equals(".");
      day = LocalDate.of(year, dayLeads ? second : first, dayLeads ? first : second);
    }
    if (m.group(5) == null) {
      return new Stamp(day.atStartOfDay(), null);
    }
    return new Stamp(day.atTime(half(time(m, 5), m.group(8))), offset(m.group(9)));
  }

  /** Of two digits as POSIX reads them: 69 is 1969, 68 is 2068. */
  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return digits.length() > 2 ? year : year < 69 ? 2000 + year : 1900 + year;
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

  /** A time of twelve hours: 12:30 AM is half past midnight. */
  private static LocalTime half(LocalTime time, @Nullable String half) {
    if (half == null) {
      return time;
    }
    if (time.getHour() < 1 || time.getHour() > NOON) {
      throw new DateTimeException(time + " is no time of half a day");
    }
    return time.withHour(time.getHour() % NOON + (half.equalsIgnoreCase("p") ? NOON : 0));
  }

  private static Stamp named(String day, String month, String year) {
    int at = MONTHS.indexOf(month.substring(0, 3).toLowerCase(Locale.ROOT));
    String known = at < 0 ? "" : Month.of(at / 3 + 1).name();
    if (at % 3 != 0 || !(month.length() == 3 || known.equalsIgnoreCase(month))) {
      throw new DateTimeException(month + " is no month");
    }
    LocalDate date = LocalDate.of(year(year), at / 3 + 1, Integer.parseInt(day));
    return new Stamp(date.atStartOfDay(), null);
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
