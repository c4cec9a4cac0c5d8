package io.tradinggym.data.series;

import io.tradinggym.market.calendar.MarketCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with daily bars before anything is learned from them.
 *
 * @param bars number of bars
 * @param missing sessions of the calendar between first and last bar that have none
 * @param extra bars on days without a session
 * @param unmoved bars whose four prices and volume are those of the bar before: filled forward by someone
 * @param disordered bars whose high is below or whose low is above another of their prices
 * @param ageSessions sessions that have ended since the last bar
 */
public record Quality(
    int bars,
    List<LocalDate> missing,
    List<LocalDate> extra,
    int unmoved,
    int disordered,
    int ageSessions) {
  private static final double ROUNDING = 1e-9;

  /**
   * Looks through bars.
   *
   * @param bars of one asset, a day each; at least one
   * @param calendar tells which days are sessions, and when they end
   * @param zone in which a bar's close has its date
   * @param now from which the last bar's age is counted
   * @return what is wrong with them
   */
  public static Quality of(PriceBars bars, MarketCalendar calendar, ZoneId zone, Instant now) {
    if (bars.size() == 0) {
      throw new IllegalArgumentException("there must be at least one bar");
    }
    List<LocalDate> missing = new ArrayList<>();
    List<LocalDate> extra = new ArrayList<>();
    int unmoved = 0;
    int disordered = 0;
    LocalDate before = null;
    for (int bar = 0; bar < bars.size(); bar++) {
      // A bar that ends at midnight is of the day before.
      LocalDate date = Instant.ofEpochMilli(bars.closeTime(bar) - 1).atZone(zone).toLocalDate();
      if (!calendar.isSession(date)) {
        extra.add(date);
      }
      for (LocalDate day = before == null ? date : calendar.next(before);
          day.isBefore(date);
          day = calendar.next(day)) {
        missing.add(day);
      }
      before = date;
      unmoved += bar > 0 && same(bars, bar) ? 1 : 0;
      disordered += ordered(bars, bar) ? 0 : 1;
    }
    int age = 0;
    for (LocalDate day = calendar.next(before == null ? LocalDate.EPOCH : before);
        !calendar.close(day).isAfter(now);
        day = calendar.next(day)) {
      age++;
    }
    return new Quality(
        bars.size(), List.copyOf(missing), List.copyOf(extra), unmoved, disordered, age);
  }

  private static boolean same(PriceBars bars, int bar) {
    return bars.open(bar) == bars.open(bar - 1)
        && bars.high(bar) == bars.high(bar - 1)
        && bars.low(bar) == bars.low(bar - 1)
        && bars.close(bar) == bars.close(bar - 1)
        && bars.volume(bar) == bars.volume(bar - 1);
  }

  /** Adjusted prices may miss their high by a rounding error. */
  private static boolean ordered(PriceBars bars, int bar) {
    double high = bars.high(bar) * (1 + ROUNDING);
    double low = bars.low(bar) * (1 - ROUNDING);
    return high >= Math.max(bars.open(bar), bars.close(bar))
        && low <= Math.min(bars.open(bar), bars.close(bar))
        && high >= low;
  }

  /**
   * {@return whether nothing is wrong with the bars and there are enough of them}
   *
   * @param leastBars fewest bars that will do, >= 0
   */
  public boolean good(int leastBars) {
    return bars >= leastBars
        && missing.isEmpty()
        && extra.isEmpty()
        && unmoved == 0
        && disordered == 0
        && ageSessions == 0;
  }

  /** In one line. */
  @Override
  public String toString() {
    return bars
        + " bars, "
        + missing.size()
        + " sessions missing, "
        + extra.size()
        + " outside sessions, "
        + unmoved
        + " unmoved, "
        + disordered
        + " disordered, "
        + ageSessions
        + " sessions old";
  }
}
