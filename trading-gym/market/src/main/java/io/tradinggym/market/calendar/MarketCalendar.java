package io.tradinggym.market.calendar;

import java.time.Instant;
import java.time.LocalDate;

/** The sessions of a market. A session is named by its local date. */
public interface MarketCalendar {
  /** Whether there is a session on the date. */
  boolean isSession(LocalDate date);

  /**
   * When the session opens.
   *
   * @throws IllegalArgumentException if there is none on the date
   */
  Instant open(LocalDate date);

  /**
   * When the session closes.
   *
   * @throws IllegalArgumentException if there is none on the date
   */
  Instant close(LocalDate date);

  /** Sessions in a year, for annualising. */
  int sessionsPerYear();

  /** The first session after the date. */
  default LocalDate next(LocalDate date) {
    LocalDate day = date.plusDays(1);
    while (!isSession(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  /** The last session before the date. */
  default LocalDate previous(LocalDate date) {
    LocalDate day = date.minusDays(1);
    while (!isSession(day)) {
      day = day.minusDays(1);
    }
    return day;
  }
}
