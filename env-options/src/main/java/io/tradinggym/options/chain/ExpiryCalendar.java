package io.tradinggym.options.chain;

import io.tradinggym.market.calendar.MarketCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The expiries of a class over a span of days, worked out once, so that simulated chains can look them up without
 * allocation. Immutable; shared by any number of lanes.
 */
public final class ExpiryCalendar {
  private final int first;
  private final int[] days;
  private final ExpiryKind[] kinds;
  private final int[][] listed;

  private ExpiryCalendar(int first, int[] days, ExpiryKind[] kinds, int[][] listed) {
    this.first = first;
    this.days = days;
    this.kinds = kinds;
    this.listed = listed;
  }

  /**
   * Works out the expiries listed on each day.
   *
   * @param rule which expiries are listed when
   * @throws IllegalArgumentException if the last day is before the first
   * @param calendar sessions and holidays
   * @param from first day that may be asked for
   * @param to last one, not before {@code from}
   * @return the expiries of each of these days
   */
  public static ExpiryCalendar of(
      ExpiryRule rule, MarketCalendar calendar, LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("to must not be before " + from + ", was " + to);
    }
    List<List<Expiry>> byDay = new ArrayList<>();
    TreeMap<LocalDate, ExpiryKind> all = new TreeMap<>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      List<Expiry> onDay = rule.listed(day, calendar);
      byDay.add(onDay);
      // What was listed as LEAPS keeps its strikes when it becomes an ordinary month.
      onDay.forEach(expiry -> all.putIfAbsent(expiry.date(), expiry.kind()));
    }
    List<LocalDate> dates = List.copyOf(all.keySet());
    int[][] listed =
        byDay.stream()
            .map(l -> l.stream().mapToInt(expiry -> dates.indexOf(expiry.date())).toArray())
            .toArray(int[][]::new);
    return new ExpiryCalendar(
        (int) from.toEpochDay(),
        dates.stream().mapToInt(date -> (int) date.toEpochDay()).toArray(),
        all.values().toArray(ExpiryKind[]::new),
        listed);
  }

  /** {@return the first day that may be asked for, as epoch day} */
  public int firstDay() {
    return first;
  }

  /** {@return the last day that may be asked for, as epoch day} */
  public int lastDay() {
    return first + listed.length - 1;
  }

  /** {@return the number of expiries in all} */
  public int size() {
    return days.length;
  }

  /**
   * {@return the epoch day of an expiry}
   *
   * @param expiry index of the expiry among all, from 0
   */
  public int day(int expiry) {
    return days[expiry];
  }

  /**
   * {@return why it is listed}
   *
   * @param expiry index of the expiry among all, from 0
   */
  public ExpiryKind kind(int expiry) {
    return kinds[expiry];
  }

  /**
   * {@return the number of expiries that are listed on a day}
   *
   * @param day epoch day, {@link #firstDay} to {@link #lastDay}
   */
  public int listed(int day) {
    return row(day).length;
  }

  /**
   * {@return the index of the nth nearest expiry that is listed on a day}
   *
   * @param day epoch day, {@link #firstDay} to {@link #lastDay}
   * @param n from 0, the nearest
   */
  public int listed(int day, int n) {
    return row(day)[n];
  }

  private int[] row(int day) {
    if (day < first || day > lastDay()) {
      throw new IllegalArgumentException(
          "day must be in "
              + LocalDate.ofEpochDay(first)
              + " .. "
              + LocalDate.ofEpochDay(lastDay())
              + ", was "
              + LocalDate.ofEpochDay(day));
    }
    return listed[day - first];
  }
}
