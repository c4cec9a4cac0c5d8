package io.tradinggym.market.process;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Closing times of simulated bars, from Monday 2000-01-03 on. */
final class Timeline {
  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 3);
  private static final LocalTime CLOSE = LocalTime.of(21, 0);
  private static final double WORKING_DAYS = 262;
  private static final double YEAR_MILLIS = 365.0 * 86_400_000;

  private Timeline() {}

  /** Working days at 21:00 UTC, every n-th if a year has fewer bars; evenly spaced if it has more. */
  static long[] of(int length, double barsPerYear) {
    long[] times = new long[length];
    long first = FIRST_DAY.atTime(CLOSE).toInstant(ZoneOffset.UTC).toEpochMilli();
    if (barsPerYear > WORKING_DAYS) {
      for (int bar = 0; bar < length; bar++) {
        times[bar] = first + Math.round((bar + 1) * YEAR_MILLIS / barsPerYear);
      }
      return times;
    }
    int stride = (int) Math.max(1, Math.round(252 / barsPerYear));
    LocalDate day = FIRST_DAY;
    for (int bar = 0; bar < length; bar++) {
      times[bar] = day.atTime(CLOSE).toInstant(ZoneOffset.UTC).toEpochMilli();
      for (int i = 0; i < stride; i++) {
        day = nextWorkingDay(day);
      }
    }
    return times;
  }

  private static LocalDate nextWorkingDay(LocalDate day) {
    LocalDate next = day.plusDays(1);
    while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
      next = next.plusDays(1);
    }
    return next;
  }
}
