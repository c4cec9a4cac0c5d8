package io.tradinggym.market.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Crypto: every day from midnight to midnight UTC, 365.25 of them a year. */
public record AroundTheClock() implements MarketCalendar {
  private static final double DAYS_PER_YEAR = 365.25;

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
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }

  @Override
  public double sessionsPerYear() {
    return DAYS_PER_YEAR;
  }

  @Override
  public Duration session() {
    return Duration.ofDays(1);
  }
}
