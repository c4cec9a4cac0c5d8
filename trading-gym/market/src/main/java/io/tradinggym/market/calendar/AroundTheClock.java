package io.tradinggym.market.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Crypto: every day from midnight to midnight UTC. */
public record AroundTheClock() implements MarketCalendar {
  @Override
  public boolean isSession(LocalDate date) {
    return true;
  }

  @Override
  public Instant open(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  @Override
  public Instant close(LocalDate date) {
    return open(date.plusDays(1));
  }

  @Override
  public int sessionsPerYear() {
    return 365;
  }
}
