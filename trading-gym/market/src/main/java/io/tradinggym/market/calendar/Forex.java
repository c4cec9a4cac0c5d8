package io.tradinggym.market.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Currencies: from Sunday to Friday at 17:00 New York, without holidays of its own. The session of a date ends on it,
 * so that Monday's opens on Sunday; a year has 260.
 */
public record Forex() implements MarketCalendar {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalTime ROLL = LocalTime.of(17, 0);
  private static final double SESSIONS_PER_YEAR = 260;

  @Override
  public boolean isSession(LocalDate date) {
    DayOfWeek day = date.getDayOfWeek();
    return day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY;
  }

  @Override
  public Instant open(LocalDate date) {
    return close(date).minus(session());
  }

  @Override
  public Instant close(LocalDate date) {
    if (!isSession(date)) {
      throw new IllegalArgumentException("currencies have no session on " + date);
    }
    return date.atTime(ROLL).atZone(NEW_YORK).toInstant();
  }

  @Override
  public ZoneId zone() {
    return NEW_YORK;
  }

  @Override
  public double sessionsPerYear() {
    return SESSIONS_PER_YEAR;
  }

  @Override
  public Duration session() {
    return Duration.ofDays(1);
  }
}
