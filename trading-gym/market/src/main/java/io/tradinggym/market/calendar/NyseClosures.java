package io.tradinggym.market.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Days on which the New York Stock Exchange stayed closed that no rule foresees, 1928 to 2025, and the Saturdays of
 * summers without trading. By the exchange's own list of closings, as published with many calendars.
 */
final class NyseClosures {
  /** Mourning, war and peace, weather, strikes, the banks of 1933, an attack. */
  private static final String OCCASIONS =
      """
      1933-01-07
      1933-03-04 1933-03-06 1933-03-07 1933-03-08 1933-03-09 1933-03-10 1933-03-11 1933-03-13 1933-03-14
      1945-04-14 1945-08-15 1945-08-16 1945-10-27 1946-05-25 1948-01-03
      1961-05-29 1963-11-25 1968-02-12 1968-04-09 1968-07-05 1968-11-11
      1969-02-10 1969-03-31 1969-07-21 1972-12-28 1973-01-25 1977-07-14 1985-09-27 1994-04-27
      2001-09-11 2001-09-12 2001-09-13 2001-09-14 2004-06-11 2007-01-02 2012-10-29 2012-10-30
      2018-12-05 2025-01-09
      """;

  /** Single Saturdays, most of them beside holidays, and days beside Christmas. */
  private static final String BESIDE_HOLIDAYS =
      """
      1929-02-23 1929-03-30 1929-08-31 1930-04-19 1930-05-31 1930-07-05 1930-08-30 1931-09-05 1931-12-26
      1932-07-02 1936-12-26 1937-05-29 1937-07-03 1945-10-13 1945-12-24 1946-02-23 1949-12-24 1950-12-23
      1956-12-24 1958-12-26
      """;

  /** Books that had to be brought up to date. */
  private static final String BACKLOG =
      """
      1928-04-07 1928-04-21 1928-05-05 1928-05-12 1928-05-19 1928-05-26 1928-11-24
      1929-02-09 1929-11-01 1929-11-02 1929-11-09 1929-11-16 1929-11-23 1929-11-29 1929-11-30
      1933-07-29 1933-08-05 1933-08-12 1933-08-19 1933-08-26 1933-09-02
      1944-08-19 1944-08-26 1944-09-02
      1968-06-12 1968-06-19 1968-06-26 1968-07-10 1968-07-17 1968-07-24 1968-07-31
      1968-08-07 1968-08-14 1968-08-21 1968-08-28 1968-09-11 1968-09-18 1968-09-25
      1968-10-02 1968-10-09 1968-10-16 1968-10-23 1968-10-30 1968-11-20 1968-12-04 1968-12-11 1968-12-18
      """;

  /** First and last Saturday of the summers without Saturday trading; after the last of them there was none. */
  private static final String SUMMERS =
      """
      1945-07-07 1945-09-01 1946-06-01 1946-09-28 1947-05-31 1947-09-27 1948-05-29 1948-09-25
      1949-05-28 1949-09-24 1950-06-03 1950-09-30 1951-06-02 1951-09-29 1952-05-31 9999-12-31
      """;

  private static final Set<LocalDate> DAYS =
      Collections.unmodifiableSet(
          Stream.of(OCCASIONS, BESIDE_HOLIDAYS, BACKLOG)
              .flatMap(text -> Arrays.stream(dates(text)))
              .collect(Collectors.toSet()));

  private static final LocalDate[] SATURDAYS = dates(SUMMERS);

  private NyseClosures() {}

  /** Whether the exchange stayed closed on a weekday, or on a Saturday on which it would have opened. */
  static boolean has(LocalDate date) {
    return DAYS.contains(date);
  }

  /** Whether there was no trading on this Saturday because it was summer, or the five-day week had come. */
  static boolean hasSaturday(LocalDate date) {
    for (int i = 0; i < SATURDAYS.length; i += 2) {
      if (!date.isBefore(SATURDAYS[i]) && !date.isAfter(SATURDAYS[i + 1])) {
        return true;
      }
    }
    return false;
  }

  private static LocalDate[] dates(String text) {
    return Arrays.stream(text.strip().split("\\s+", -1))
        .map(LocalDate::parse)
        .toArray(LocalDate[]::new);
  }
}
