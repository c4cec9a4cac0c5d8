package io.tradinggym.data.provider;

import io.tradinggym.data.series.PriceBars;
import io.tradinggym.market.calendar.MarketCalendar;
import io.tradinggym.market.calendar.Nyse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts days together to bars: in order, each once, none of a session that has not ended. */
final class Sessions {
  private static final MarketCalendar CALENDAR = new Nyse();
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  /** One day. */
  record Day(double open, double high, double low, double close, double volume) {
    boolean whole() {
      double all = open + high + low + close + volume;
      return open > 0
          && high > 0
          && low > 0
          && close > 0
          && volume >= 0
          && all < Double.POSITIVE_INFINITY;
    }

    Day times(double factor) {
      return new Day(open * factor, high * factor, low * factor, close * factor, volume);
    }
  }

  private final Map<LocalDate, Day> days = new TreeMap<>();
  private final Set<LocalDate> broken = new TreeSet<>();

  /** Takes in a day; one with a number that is missing is left out, and counted. */
  void add(LocalDate date, Day day) {
    if (day.whole()) {
      days.put(date, day);
    } else {
      broken.add(date);
    }
  }

  /** When a session closes; 16:00 in New York on a day that the calendar does not know. */
  static Instant close(LocalDate date) {
    return CALENDAR.isSession(date)
        ? CALENDAR.close(date)
        : date.atTime(LocalTime.of(16, 0)).atZone(NEW_YORK).toInstant();
  }

  static LocalDate date(long epochSeconds, String zone) {
    return Instant.ofEpochSecond(epochSeconds).atZone(ZoneId.of(zone)).toLocalDate();
  }

  /** The bars of a range that were over by then, as their provider gave them. */
  Collected<PriceBars> collected(
      LocalDate from,
      LocalDate to,
      Instant now,
      String provider,
      Instant fetchedAt,
      boolean stale) {
    long nulls =
        broken.stream()
            .filter(date -> !days.containsKey(date) && inside(date, from, to, now))
            .count();
    return new Collected<>(bars(from, to, now), provider, fetchedAt, stale, Math.toIntExact(nulls));
  }

  private static boolean inside(LocalDate date, LocalDate from, LocalDate to, Instant now) {
    return !date.isBefore(from) && !date.isAfter(to) && !close(date).isAfter(now);
  }

  private PriceBars bars(LocalDate from, LocalDate to, Instant now) {
    PriceBars bars = new PriceBars();
    days.forEach(
        (date, day) -> {
          if (inside(date, from, to, now)) {
            bars.append(
                close(date).toEpochMilli(), day.open, day.high, day.low, day.close, day.volume);
          }
        });
    return bars;
  }
}
