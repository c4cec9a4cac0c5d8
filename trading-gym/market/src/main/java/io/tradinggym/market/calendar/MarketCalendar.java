package io.tradinggym.market.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The sessions of a market. A session is named by its local date. */
public interface MarketCalendar {
  /**
   * {@return whether there is a session on the date}
   *
   * @param date in the market's zone
   */
  boolean isSession(LocalDate date);

  /**
   * {@return when the session opens}
   *
   * @param date in the market's zone
   * @throws IllegalArgumentException if there is none on the date
   */
  Instant open(LocalDate date);

  /**
   * {@return when the session closes}
   *
   * @param date in the market's zone
   * @throws IllegalArgumentException if there is none on the date
   */
  Instant close(LocalDate date);

  /** {@return the zone of the market's dates and times of day} */
  ZoneId zone();

  /** {@return the sessions in a year, for annualising} */
  double sessionsPerYear();

  /** {@return how long a usual session is} */
  Duration session();

  /**
   * {@return the bars of a length in a year, for annualising: by the calendar, whatever bars a file has or lacks} A
   * session's last bar may be short: six and a half hours are seven bars of an hour.
   *
   * @param length minutes to months
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

  /**
   * {@return the first session after the date}
   *
   * @param date in the market's zone, with a session or without
   */
  default LocalDate next(LocalDate date) {
    LocalDate day = date.plusDays(1);
    while (!isSession(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  /**
   * {@return the last session before the date}
   *
   * @param date in the market's zone, with a session or without
   */
  default LocalDate previous(LocalDate date) {
    LocalDate day = date.minusDays(1);
    while (!isSession(day)) {
      day = day.minusDays(1);
    }
    return day;
  }
}
