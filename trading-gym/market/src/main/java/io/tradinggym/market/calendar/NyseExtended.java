package io.tradinggym.market.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The days of {@link Nyse} with trading before and after its hours, 4:00 to 20:00 New York time. */
public record NyseExtended() implements MarketCalendar {
  private static final Nyse NYSE = new Nyse();
  private static final LocalTime OPEN = LocalTime.of(4, 0);
  private static final LocalTime CLOSE = LocalTime.of(20, 0);

  @Override
  public boolean isSession(LocalDate date) {
    return NYSE.isSession(date);
  }

  @Override
  public Instant open(LocalDate date) {
    return at(date, OPEN);
  }

  /** After a session that ends at 13:00, 17:00. */
  @Override
  public Instant close(LocalDate date) {
    return at(date, NYSE.isHalfDay(date) ? LocalTime.of(17, 0) : CLOSE);
  }

  private static Instant at(LocalDate date, LocalTime time) {
    if (!NYSE.isSession(date)) {
      throw new IllegalArgumentException("the NYSE has no session on " + date);
    }
    return date.atTime(time).atZone(NYSE.zone()).toInstant();
  }

  @Override
  public ZoneId zone() {
    return NYSE.zone();
  }

  @Override
  public double sessionsPerYear() {
    return NYSE.sessionsPerYear();
  }

  @Override
  public Duration session() {
    return Duration.between(OPEN, CLOSE);
  }
}
