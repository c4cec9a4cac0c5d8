package io.tradinggym.options.chain;

import io.tradinggym.api.util.Require;
import io.tradinggym.market.calendar.MarketCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Which expiries a class of options has: the two nearest months, the next two of its quarterly cycle, the following
 * Fridays, January of later years (LEAPS), and every session of the coming days where the class expires daily.
 *
 * <p>An expiry whose Friday is a holiday is kept on the session before.
 *
 * @param cycle 1: January, April, July, October; 2: February, ...; 3: March, ...
 * @param weeklies consecutive Fridays listed besides the third ones, &gt;= 0; exchanges list up to five
 * @param dailies sessions listed ahead, &gt;= 0; 0 unless the class expires daily
 * @param leaps Januaries beyond one year listed, &gt;= 0; at most three
 */
public record ExpiryRule(int cycle, int weeklies, int dailies, int leaps) {
  /** A US stock with weeklies, on the January cycle. */
  public static final ExpiryRule STOCK = new ExpiryRule(1, 5, 0, 2);

  /** The largest US funds: every session of two weeks, on the March cycle. */
  public static final ExpiryRule DAILY = new ExpiryRule(3, 5, 10, 2);

  private static final int THIRD = 3;
  private static final int MONTHS = 12;

  /** Checks the values. */
  public ExpiryRule {
    Require.that(cycle >= 1 && cycle <= 3, "cycle must be 1, 2 or 3", cycle);
    Require.that(weeklies >= 0, "weeklies must be >= 0", weeklies);
    Require.that(dailies >= 0, "dailies must be >= 0", dailies);
    Require.that(leaps >= 0 && leaps <= 3, "leaps must be in 0 .. 3", leaps);
  }

  /**
   * {@return the expiries on the list on a date, the date itself included, ascending}
   *
   * @param date a calendar day, a session or not
   * @param calendar sessions and holidays
   */
  public List<Expiry> listed(LocalDate date, MarketCalendar calendar) {
    TreeMap<LocalDate, ExpiryKind> found = new TreeMap<>();
    LocalDate session = calendar.isSession(date) ? date : calendar.next(date);
    for (int i = 0; i < dailies; i++, session = calendar.next(session)) {
      found.put(session, ExpiryKind.DAILY);
    }
    LocalDate friday = date.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
    for (int listed = 0; listed < weeklies; friday = friday.plusWeeks(1)) {
      LocalDate kept = kept(friday, calendar);
      if (!isThird(friday) && !kept.isBefore(date)) {
        found.put(kept, ExpiryKind.WEEKLY);
        listed++;
      }
    }
    for (YearMonth month : months(date, calendar)) {
      found.put(monthly(month, calendar), ExpiryKind.MONTHLY);
    }
    YearMonth january = YearMonth.of(date.getYear() + 1, 1);
    for (int listed = 0; listed < leaps; january = january.plusYears(1)) {
      if (monthly(january, calendar).isAfter(date.plusYears(1))) {
        found.putIfAbsent(monthly(january, calendar), ExpiryKind.LEAPS);
        listed++;
      }
    }
    List<Expiry> result = new ArrayList<>();
    found.forEach((day, kind) -> result.add(new Expiry(day, kind)));
    return result;
  }

  /**
   * {@return the monthly expiry: the third Friday, or the session before it}
   *
   * @param month of the expiry
   * @param calendar sessions and holidays
   */
  public static LocalDate monthly(YearMonth month, MarketCalendar calendar) {
    LocalDate first = month.atDay(1);
    return kept(first.with(TemporalAdjusters.dayOfWeekInMonth(THIRD, DayOfWeek.FRIDAY)), calendar);
  }

  private List<YearMonth> months(LocalDate date, MarketCalendar calendar) {
    YearMonth month = YearMonth.from(date);
    if (monthly(month, calendar).isBefore(date)) {
      month = month.plusMonths(1);
    }
    List<YearMonth> result = new ArrayList<>(List.of(month, month.plusMonths(1)));
    YearMonth later = month.plusMonths(2);
    while (result.size() < 4) {
      if ((later.getMonthValue() + MONTHS - cycle) % THIRD == 0) {
        result.add(later);
      }
      later = later.plusMonths(1);
    }
    return result;
  }

  private static boolean isThird(LocalDate friday) {
    return friday.equals(friday.with(TemporalAdjusters.dayOfWeekInMonth(THIRD, DayOfWeek.FRIDAY)));
  }

  private static LocalDate kept(LocalDate friday, MarketCalendar calendar) {
    return calendar.isSession(friday) ? friday : calendar.previous(friday);
  }
}
