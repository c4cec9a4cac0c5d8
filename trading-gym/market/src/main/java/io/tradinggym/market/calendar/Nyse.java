package io.tradinggym.market.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * The New York Stock Exchange from 1928 on, by rule: 9:30 to 16:00 New York time, to 13:00 on July 3, the day after
 * Thanksgiving and Christmas Eve (in 1996 and 2002 on July 5 instead of July 3; in 1997 and 2003 on December 26 as
 * well). Early closes are known from 1993 on.
 *
 * <p>A holiday on Sunday is kept on Monday, on Saturday since 1954 on Friday, except New Year's Day on a Saturday,
 * which is not kept. Juneteenth is kept from 2022, Martin Luther King's day from 1998; Columbus and Armistice day and
 * Lincoln's birthday until 1953, election day until 1967 and in the presidential years to 1980. Closures that no rule
 * foresees are listed up to 2025, among them the ten days of March 1933.
 *
 * <p>Earlier hours: opened at 10:00 until September 1985, closed at 15:00 until September 1952 and at 15:30 until
 * September 1974; Saturdays, traded until May 1952, ended at noon.
 */
public record Nyse() implements MarketCalendar {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalTime OPEN = LocalTime.of(9, 30);
  private static final LocalTime CLOSE = LocalTime.of(16, 0);
  private static final LocalTime EARLY = LocalTime.of(13, 0);
  private static final LocalDate HALF_PAST_NINE = LocalDate.of(1985, 9, 30);
  private static final LocalDate TO_FOUR = LocalDate.of(1974, 10, 1);
  private static final LocalDate TO_HALF_PAST_THREE = LocalDate.of(1952, 9, 29);

  @Override
  public boolean isSession(LocalDate date) {
    DayOfWeek day = date.getDayOfWeek();
    return day != SUNDAY
        && (day != SATURDAY || !NyseClosures.hasSaturday(date))
        && !isHoliday(date)
        && !NyseClosures.has(date);
  }

  /**
   * {@return whether the session of the date closes at 13:00; never before 1993, of which it is not known}
   *
   * @param date in New York
   */
  public boolean isHalfDay(LocalDate date) {
    if (!isSession(date)) {
      return false;
    }
    int day = date.getDayOfMonth();
    int year = date.getYear();
    return switch (date.getMonth()) {
      case JULY -> year >= 1995 && day == (year == 1996 || year == 2002 ? 5 : 3);
      case NOVEMBER ->
          year >= 1993
              && date.getDayOfWeek() == FRIDAY
              && date.minusDays(1).equals(thanksgiving(year));
      case DECEMBER -> year >= 1993 && (day == 24 || (day == 26 && (year == 1997 || year == 2003)));
      default -> false;
    };
  }

  @Override
  public Instant open(LocalDate date) {
    return at(date, date.isBefore(HALF_PAST_NINE) ? LocalTime.of(10, 0) : OPEN);
  }

  @Override
  public Instant close(LocalDate date) {
    LocalTime usual =
        date.isBefore(TO_HALF_PAST_THREE)
            ? LocalTime.of(date.getDayOfWeek() == SATURDAY ? 12 : 15, 0)
            : date.isBefore(TO_FOUR) ? LocalTime.of(15, 30) : CLOSE;
    return at(date, isHalfDay(date) ? EARLY : usual);
  }

  @Override
  public ZoneId zone() {
    return NEW_YORK;
  }

  @Override
  public double sessionsPerYear() {
    return 252;
  }

  @Override
  public Duration session() {
    return Duration.between(OPEN, CLOSE);
  }

  private Instant at(LocalDate date, LocalTime time) {
    if (!isSession(date)) {
      throw new IllegalArgumentException("the NYSE has no session on " + date);
    }
    return date.atTime(time).atZone(NEW_YORK).toInstant();
  }

  private static boolean isHoliday(LocalDate date) {
    int year = date.getYear();
    boolean old = year <= 1953;
    return switch (date.getMonth()) {
      case JANUARY ->
          keeps(date, LocalDate.of(year, 1, 1))
              || (year >= 1998 && date.equals(nth(year, 1, 3, MONDAY)));
      case FEBRUARY ->
          year >= 1971
              ? date.equals(nth(year, 2, 3, MONDAY))
              : keeps(date, LocalDate.of(year, 2, 22))
                  || (old && keeps(date, LocalDate.of(year, 2, 12)));
      case MARCH, APRIL -> date.equals(easter(year).minusDays(2));
      case MAY -> isMemorialDay(date);
      case JUNE -> year >= 2022 && keeps(date, LocalDate.of(year, 6, 19));
      case JULY -> keeps(date, LocalDate.of(year, 7, 4));
      case SEPTEMBER -> date.equals(nth(year, 9, 1, MONDAY));
      case OCTOBER -> old && keeps(date, LocalDate.of(year, 10, 12));
      case NOVEMBER ->
          date.equals(thanksgiving(year))
              || isElection(date)
              || (year >= 1934 && old && keeps(date, LocalDate.of(year, 11, 11)));
      case DECEMBER -> keeps(date, LocalDate.of(year, 12, 25));
      default -> false;
    };
  }

  /** May 30 until 1970, when it was a Saturday and not kept on Friday; since then the last Monday. */
  private static boolean isMemorialDay(LocalDate date) {
    int year = date.getYear();
    return year >= 1971
        ? date.equals(LocalDate.of(year, 5, 1).with(TemporalAdjusters.lastInMonth(MONDAY)))
        : year < 1970 && keeps(date, LocalDate.of(year, 5, 30));
  }

  /** The Tuesday after the first Monday of November. */
  private static boolean isElection(LocalDate date) {
    int year = date.getYear();
    return (year <= 1967 || (year <= 1980 && year % 4 == 0))
        && date.equals(nth(year, 11, 1, MONDAY).with(TemporalAdjusters.next(TUESDAY)));
  }

  /**
   * Whether the date is that of a holiday, or the weekday on which it is kept. A New Year's Day on a Saturday would
   * move to December, where it is not looked for: the exchange does not keep it.
   */
  private static boolean keeps(LocalDate date, LocalDate holiday) {
    // Washington's birthday and Memorial Day moved to Friday ten years later than the others.
    int moves = holiday.getMonthValue() == 2 || holiday.getMonthValue() == 5 ? 1964 : 1954;
    return switch (holiday.getDayOfWeek()) {
      case SATURDAY -> date.equals(holiday.getYear() >= moves ? holiday.minusDays(1) : holiday);
      case SUNDAY -> date.equals(holiday.plusDays(1));
      default -> date.equals(holiday);
    };
  }

  /** The last Thursday until 1938, the one before it to 1941, the fourth since. */
  private static LocalDate thanksgiving(int year) {
    if (year >= 1942) {
      return nth(year, 11, 4, THURSDAY);
    }
    LocalDate last = LocalDate.of(year, 11, 1).with(TemporalAdjusters.lastInMonth(THURSDAY));
    return year >= 1939 ? last.minusWeeks(1) : last;
  }

  private static LocalDate nth(int year, int month, int ordinal, DayOfWeek day) {
    return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day));
  }

  /** Easter Sunday of the Gregorian calendar (the anonymous algorithm; Meeus, Astronomical Algorithms, ch. 8). */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return LocalDate.of(year, f / 31, f % 31 + 1);
  }
}
