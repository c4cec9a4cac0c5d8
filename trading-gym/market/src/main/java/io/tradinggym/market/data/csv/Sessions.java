package io.tradinggym.market.data.csv;

import io.tradinggym.market.calendar.AroundTheClock;
import io.tradinggym.market.calendar.BarLength;
import io.tradinggym.market.calendar.MarketCalendar;
import io.tradinggym.market.calendar.Nyse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds rows against the calendar: days without bars, and bars on days on which nobody traded. */
final class Sessions {
  private static final long DAY = 86_400_000L;

  /**
   * Without a declared calendar only longer holes are told. New York itself was closed for longer twice; its calendar
   * knows of 1933.
   */
  private static final long LONGEST_HOLE = 7 * DAY;

  /** The first day of all was one; weeks begin on Sunday. */
  private static final int THURSDAY = 4;

  /** A weekday with fewer bars than this part of the busiest one's is no day of trading. */
  private static final double REGULAR = 0.5;

  private static final Nyse NYSE = new Nyse();
  private static final LocalDate NYSE_FROM = LocalDate.of(1928, 1, 1);

  private final String file;
  private final boolean daily;
  private final MarketCalendar calendar;
  private final BarLength length;
  private final BarReader reader;
  private final List<Defect> defects;

  Sessions(
      String file,
      boolean daily,
      MarketCalendar calendar,
      BarLength length,
      BarReader reader,
      List<Defect> defects) {
    this.file = file;
    this.daily = daily;
    this.calendar = calendar;
    this.length = length;
    this.reader = reader;
    this.defects = defects;
  }

  /**
   * Tells what is wrong and returns the rows of days on which the market was open.
   *
   * @param rows all that there are: one that is wrong is not missing
   * @param sound those of them that are right
   */
  List<Row> check(List<Row> rows, List<Row> sound) {
    List<Row> open = open(rows);
    boolean aroundTheClock = calendar instanceof AroundTheClock;
    if (aroundTheClock && (reader.calendar() != null || !daily)) {
      missing(open);
    } else if (daily && !length.isLongerThanDay()) {
      gaps(open);
    } else if (daily && length.isLongerThanDay()) {
      periods(open);
    }
    Set<Long> times = open.stream().map(Row::time).collect(Collectors.toSet());
    return sound.stream().filter(row -> times.contains(row.time())).toList();
  }

  /** Without the bars of days on which the market was closed. */
  private List<Row> open(List<Row> rows) {
    if (calendar instanceof AroundTheClock || !daily || length.isLongerThanDay()) {
      return rows;
    }
    boolean sundays = isFromSundayToThursday(rows);
    List<Row> open = new ArrayList<>();
    for (Row row : rows) {
      LocalDate date = BarChecks.day(row);
      DayOfWeek day = date.getDayOfWeek();
      boolean weekend =
          sundays
              ? day == DayOfWeek.FRIDAY || day == DayOfWeek.SATURDAY
              : (day == DayOfWeek.SATURDAY && !wasTraded(date)) || day == DayOfWeek.SUNDAY;
      if (weekend && !reader.waivers().has(row)) {
        defects.add(
            new Defect(
                Defect.Kind.CLOSED,
                file,
                row.line(),
                date
                    + " is a "
                    + name(day)
                    + ", on which the market is closed; expected bars of its sessions only"));
      } else {
        open.add(row);
      }
    }
    return open;
  }

  /** Until 1952 New York traded on Saturdays. */
  private static boolean wasTraded(LocalDate saturday) {
    return saturday.isBefore(NYSE_FROM) || NYSE.isSession(saturday);
  }

  /** Markets of the Middle East rest on Friday and Saturday. */
  private static boolean isFromSundayToThursday(List<Row> rows) {
    Map<DayOfWeek, Integer> bars = new EnumMap<>(DayOfWeek.class);
    rows.forEach(row -> bars.merge(BarChecks.day(row).getDayOfWeek(), 1, Integer::sum));
    double regular = REGULAR * bars.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return bars.getOrDefault(DayOfWeek.SUNDAY, 0) > regular
        && bars.getOrDefault(DayOfWeek.FRIDAY, 0) < regular;
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  /** Every step that is longer than a bar. */
  private void missing(List<Row> rows) {
    for (int i = 1; i < rows.size(); i++) {
      long step = rows.get(i).time() - rows.get(i - 1).time();
      long usual = next(rows.get(i - 1)) - rows.get(i - 1).time();
      if (step > usual) {
        tell(
            rows.get(i),
            (step - 1) / usual
                + " bars missing between "
                + BarChecks.stamp(rows.get(i - 1), daily)
                + " and "
                + BarChecks.stamp(rows.get(i), daily));
      }
    }
  }

  private long next(Row row) {
    return length.unit() == ChronoUnit.MONTHS
        ? BarChecks.day(row).plusMonths(length.count()).toEpochDay() * DAY
        : row.time() + length.duration().toMillis();
  }

  private void gaps(List<Row> rows) {
    @Nullable Predicate<LocalDate> sessions = reader.sessions();
    for (int i = 1; i < rows.size(); i++) {
      LocalDate before = BarChecks.day(rows.get(i - 1));
      LocalDate after = BarChecks.day(rows.get(i));
      long missing =
          before
              .plusDays(1)
              .datesUntil(after)
              .filter(sessions == null ? NYSE::isSession : sessions)
              .count();
      if (sessions == null) {
        boolean known = !before.isBefore(NYSE_FROM);
        if (rows.get(i).time() - rows.get(i - 1).time() > LONGEST_HOLE
            && !(known && missing == 0)) {
          tell(rows.get(i), "no bars between " + before + " and " + after);
        }
      } else if (missing > 0) {
        tell(rows.get(i), missing + " sessions without bars between " + before + " and " + after);
      }
    }
  }

  /** Weeks and months without a bar. */
  private void periods(List<Row> rows) {
    for (int i = 1; i < rows.size(); i++) {
      long missing = period(rows.get(i)) - period(rows.get(i - 1)) - length.count();
      if (missing > 0) {
        tell(
            rows.get(i),
            "no bars between "
                + BarChecks.day(rows.get(i - 1))
                + " and "
                + BarChecks.day(rows.get(i))
                + ", each of "
                + length);
      }
    }
  }

  /** The number of a bar's week, which begins on Sunday, or month. */
  private long period(Row row) {
    LocalDate day = BarChecks.day(row);
    return length.unit() == ChronoUnit.MONTHS
        ? 12L * day.getYear() + day.getMonthValue()
        : Math.floorDiv(day.toEpochDay() + THURSDAY, 7);
  }

  private void tell(Row row, String message) {
    if (!reader.waivers().has(row)) {
      defects.add(new Defect(Defect.Kind.GAP, file, row.line(), message));
    }
  }
}
