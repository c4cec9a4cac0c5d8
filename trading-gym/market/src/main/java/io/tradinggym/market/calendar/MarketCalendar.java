package io.tradinggym.market.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

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

  /** The zone of the market's dates and times of day. */
  ZoneId zone();

  /** Sessions in a year, for annualising. */
  double sessionsPerYear();

  /** How long a usual session is. */
  Duration session();

  /**
   * Bars of a length in a year, for annualising: by the calendar, whatever bars a file has or lacks. A session's last
   * bar may be short: six and a half hours are seven bars of an hour.
   */
  default double barsPerYear(BarLength length) {
    return switch (length.unit()) {
      case MONTHS -> 12.0 / length.count();
      case WEEKS -> 52.0 / length.count();
      case DAYS -> sessionsPerYear() / length.count();
      default ->
          sessionsPerYear() * Math.ceilDiv(session().toSeconds(), length.duration().toSeconds());
    };
  }

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
