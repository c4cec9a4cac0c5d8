package io.tradinggym.data.series;

import io.tradinggym.market.calendar.MarketCalendar;
import io.tradinggym.market.calendar.Nyse;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When an observation of a public series could be known, where no vintages say so. Times are New York's. Releases that
 * were delayed, by a shutdown say, are known by vintages alone.
 */
public enum ReleaseRule {
  /** VIXCLS: the morning after. */
  NEXT_MORNING {
    @Override
    public Instant knownAt(LocalDate observed) {
      return at(observed.plusDays(1), 8, 0);
    }
  },
  /** DFF: the morning of the next business day; Saturday's and Sunday's only on Tuesday. */
  NEXT_BUSINESS_MORNING {
    @Override
    public Instant knownAt(LocalDate observed) {
      return at(weekend(observed) ? sessionsAfter(observed, 2) : sessionsAfter(observed, 1), 9, 0);
    }
  },
  /** DGS10, DGS2, T10YIE: the next business day, after the stock market's close. */
  NEXT_BUSINESS_EVENING {
    @Override
    public Instant knownAt(LocalDate observed) {
      return at(sessionsAfter(observed, 1), 16, 15);
    }
  },
  /** UNRATE, PAYEMS: 08:30 on the first Friday of the month after. */
  FIRST_FRIDAY {
    @Override
    public Instant knownAt(LocalDate observed) {
      LocalDate day = observed.withDayOfMonth(1).plusMonths(1);
      while (day.getDayOfWeek() != DayOfWeek.FRIDAY) {
        day = day.plusDays(1);
      }
      return at(day, 8, 30);
    }
  },
  /** CPIAUCSL: after the close of the 15th of the month after, the latest of its usual days. */
  FIFTEENTH {
    @Override
    public Instant knownAt(LocalDate observed) {
      return at(observed.withDayOfMonth(15).plusMonths(1), 16, 15);
    }
  };

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final MarketCalendar CALENDAR = new Nyse();

  /**
   * {@return when the observation of a date could be known}
   *
   * @param observed the date that the value is of
   */
  public abstract Instant knownAt(LocalDate observed);

  /**
   * {@return the rule of one of FRED's series; the most careful for one that is not known here}
   *
   * @param series name of the series, such as VIXCLS
   */
  public static ReleaseRule ofFred(String series) {
    return switch (series) {
      case "VIXCLS" -> NEXT_MORNING;
      case "DFF" -> NEXT_BUSINESS_MORNING;
      case "UNRATE", "PAYEMS" -> FIRST_FRIDAY;
      case "CPIAUCSL" -> FIFTEENTH;
      default -> NEXT_BUSINESS_EVENING;
    };
  }

  private static boolean weekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private static LocalDate sessionsAfter(LocalDate date, int sessions) {
    LocalDate day = date;
    for (int i = 0; i < sessions; i++) {
      day = CALENDAR.next(day);
    }
    return day;
  }

  private static Instant at(LocalDate date, int hour, int minute) {
    return date.atTime(LocalTime.of(hour, minute)).atZone(NEW_YORK).toInstant();
  }
}
