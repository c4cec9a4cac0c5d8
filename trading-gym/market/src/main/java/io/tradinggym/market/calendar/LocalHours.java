package io.tradinggym.market.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * An exchange of which zone and hours are known and holidays are not: weekdays are sessions, of which a year has some
 * 252, the others being holidays.
 *
 * @param zone of the hours
 * @param opens when a session opens, zone's time
 * @param closes when it closes, later the same day
 */
public record LocalHours(ZoneId zone, LocalTime opens, LocalTime closes) implements MarketCalendar {
  private static final double SESSIONS_PER_YEAR = 252;

  /** Checks the order. */
  public LocalHours {
    if (!opens.isBefore(closes)) {
      throw new IllegalArgumentException(
          "a session must open before it closes, was " + opens + " to " + closes);
    }
  }

  @Override
  public boolean isSession(LocalDate date) {
    DayOfWeek day = date.getDayOfWeek();
    return day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY;
  }

  @Override
  public Instant open(LocalDate date) {
    return at(date, opens);
  }

  @Override
  public Instant close(LocalDate date) {
    return at(date, closes);
  }

  private Instant at(LocalDate date, LocalTime time) {
    if (!isSession(date)) {
      throw new IllegalArgumentException("there is no session on " + date);
    }
    return date.atTime(time).atZone(zone).toInstant();
  }

  @Override
  public double sessionsPerYear() {
    return SESSIONS_PER_YEAR;
  }

  @Override
  public Duration session() {
    return Duration.between(opens, closes);
  }
}
