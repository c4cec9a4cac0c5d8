package io.tradinggym.market.data.csv;

import io.tradinggym.market.calendar.BarLength;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * When bars are over and known.
 *
 * @param daily whether stamps are days
 * @param length of a bar
 * @param end of a day's session, milliseconds after its midnight UTC
 * @param atEnd whether weeks and months are stamped at their last session instead of their first
 * @param aroundTheClock whether the market has no weekends
 */
record CloseTimes(
    boolean daily, BarLength length, long end, boolean atEnd, boolean aroundTheClock) {
  private static final long DAY = 86_400_000L;

  /** Never before New York closes. */
  static final long SESSION_END = 21 * 3_600_000L;

  /** Of a month stamped at its end, the last session is within so many days of the last; others are known then. */
  private static final int LAST_DAYS = 7;

  static CloseTimes of(List<Row> rows, boolean daily, BarLength length, boolean aroundTheClock) {
    long late = rows.stream().map(BarChecks::day).filter(day -> isLate(day, length)).count();
    return new CloseTimes(
        daily, length, aroundTheClock ? DAY : SESSION_END, 2 * late > rows.size(), aroundTheClock);
  }

  private static boolean isLate(LocalDate day, BarLength length) {
    return length.unit() == ChronoUnit.WEEKS
        ? day.getDayOfWeek().getValue() >= DayOfWeek.FRIDAY.getValue()
            && day.getDayOfWeek() != DayOfWeek.SUNDAY
        : day.getDayOfMonth() > day.lengthOfMonth() - LAST_DAYS;
  }

  /** Epoch milliseconds UTC. */
  long of(Row row) {
    if (!daily) {
      return row.time() + length.duration().toMillis();
    }
    LocalDate day = BarChecks.day(row);
    if (length.isLongerThanDay() && !atEnd) {
      day = last(day);
    } else if (length.unit() == ChronoUnit.DAYS) {
      day = day.plusDays(length.count() - 1L);
    }
    return day.toEpochDay() * DAY + end;
  }

  /** The last session of the week or month that begins with a day. */
  private LocalDate last(LocalDate first) {
    if (length.unit() == ChronoUnit.WEEKS) {
      LocalDate friday =
          aroundTheClock
              ? first.plusDays(6)
              : first.plusDays(
                  Math.floorMod(DayOfWeek.FRIDAY.getValue() - first.getDayOfWeek().getValue(), 7));
      return friday.plusWeeks(length.count() - 1L);
    }
    LocalDate last = first.withDayOfMonth(1).plusMonths(length.count()).minusDays(1);
    while (!aroundTheClock && last.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
      last = last.minusDays(1);
    }
    return last;
  }
}
