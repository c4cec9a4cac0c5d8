package io.tradinggym.market.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/**
 * The New York Stock Exchange from 2001 on, by rule: 9:30 to 16:00 New York time, to 13:00 on July 3, the day after
 * Thanksgiving and Christmas Eve (in 2002 on July 5 instead of July 3; in 2003 on December 26 as well).
 *
 * <p>A holiday on Sunday is kept on Monday, on Saturday on Friday, except New Year's Day on a Saturday, which is not
 * kept. Juneteenth is kept from 2022. Closures that no rule foresees are listed up to 2025.
 */
public record Nyse() implements MarketCalendar {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalTime OPEN = LocalTime.of(9, 30);
  private static final LocalTime CLOSE = LocalTime.of(16, 0);
  private static final LocalTime EARLY = LocalTime.of(13, 0);

  private static final Set<LocalDate> CLOSURES =
      Set.of(
          // The attacks of September 11.
          LocalDate.of(2001, 9, 11),
          LocalDate.of(2001, 9, 12),
          LocalDate.of(2001, 9, 13),
          LocalDate.of(2001, 9, 14),
          // Mourning of presidents Reagan, Ford, G. H. W. Bush and Carter.
          LocalDate.of(2004, 6, 11),
          LocalDate.of(2007, 1, 2),
          LocalDate.of(2018, 12, 5),
          LocalDate.of(2025, 1, 9),
          // Hurricane Sandy.
          LocalDate.of(2012, 10, 29),
          LocalDate.of(2012, 10, 30));

  @Override
  public boolean isSession(LocalDate date) {
    DayOfWeek day = date.getDayOfWeek();
    return day != SATURDAY && day != SUNDAY && !isHoliday(date) && !CLOSURES.contains(date);
  }

  /** Whether the session of the date closes at 13:00. */
  public boolean isHalfDay(LocalDate date) {
    if (!isSession(date)) {
      return false;
    }
    int day = date.getDayOfMonth();
    return switch (date.getMonth()) {
      case JULY -> day == (date.getYear() == 2002 ? 5 : 3);
      case NOVEMBER ->
          date.getDayOfWeek() == FRIDAY && date.minusDays(1).equals(thanksgiving(date.getYear()));
      case DECEMBER -> day == 24 || (date.getYear() == 2003 && day == 26);
      default -> false;
    };
  }

  @Override
  public Instant open(LocalDate date) {
    return at(date, OPEN);
  }

  @Override
  public Instant close(LocalDate date) {
    return at(date, isHalfDay(date) ? EARLY : CLOSE);
  }

  @Override
  public int sessionsPerYear() {
    return 252;
  }

  private Instant at(LocalDate date, LocalTime time) {
    if (!isSession(date)) {
      throw new IllegalArgumentException("the NYSE has no session on " + date);
    }
    return date.atTime(time).atZone(NEW_YORK).toInstant();
  }

  private static boolean isHoliday(LocalDate date) {
    int year = date.getYear();
    return switch (date.getMonth()) {
      case JANUARY -> keeps(date, LocalDate.of(year, 1, 1)) || date.equals(nth(year, 1, 3, MONDAY));
      case FEBRUARY -> date.equals(nth(year, 2, 3, MONDAY));
      case MARCH, APRIL -> date.equals(easter(year).minusDays(2));
      case MAY -> date.equals(LocalDate.of(year, 5, 1).with(TemporalAdjusters.lastInMonth(MONDAY)));
      case JUNE -> year >= 2022 && keeps(date, LocalDate.of(year, 6, 19));
      case JULY -> keeps(date, LocalDate.of(year, 7, 4));
      case SEPTEMBER -> date.equals(nth(year, 9, 1, MONDAY));
      case NOVEMBER -> date.equals(thanksgiving(year));
      case DECEMBER -> keeps(date, LocalDate.of(year, 12, 25));
      default -> false;
    };
  }

  /**
   * A New Year's Day on a Saturday would move to December, where it is not looked for: the exchange does not keep it.
   */
  private static boolean keeps(LocalDate date, LocalDate holiday) {
    return switch (holiday.getDayOfWeek()) {
      case SATURDAY -> date.equals(holiday.minusDays(1));
      case SUNDAY -> date.equals(holiday.plusDays(1));
      default -> date.equals(holiday);
    };
  }

  private static LocalDate thanksgiving(int year) {
    return nth(year, 11, 4, THURSDAY);
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
