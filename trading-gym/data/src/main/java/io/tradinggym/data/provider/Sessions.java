package io.tradinggym.data.provider;

import io.tradinggym.data.series.PriceBars;
import io.tradinggym.market.calendar.MarketCalendar;
import io.tradinggym.market.calendar.Nyse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

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

  /** Takes in a day; one with a number that is missing is left out. */
  void add(LocalDate date, Day day) {
    if (day.whole()) {
      days.put(date, day);
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

  PriceBars bars(LocalDate from, LocalDate to, Instant now) {
    PriceBars bars = new PriceBars();
    days.forEach(
        (date, day) -> {
          if (!date.isBefore(from) && !date.isAfter(to) && !close(date).isAfter(now)) {
            bars.append(
                close(date).toEpochMilli(), day.open, day.high, day.low, day.close, day.volume);
          }
        });
    return bars;
  }
}
