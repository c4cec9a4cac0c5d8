package io.tradinggym.market.calendar;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How long a bar is: so many minutes, hours, days (sessions), weeks or months.
 *
 * @param count &gt; 0
 * @param unit MINUTES, HOURS, DAYS, WEEKS or MONTHS
 */
public record BarLength(int count, ChronoUnit unit) {
  /** One session. */
  public static final BarLength DAY = new BarLength(1, ChronoUnit.DAYS);

  private static final long MINUTE = 60_000L;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY_MILLIS = 24 * HOUR;
  private static final int DAYS_PER_WEEK = 7;

  /** Bars that start on a day of each month are so many days apart. */
  private static final int SHORTEST_MONTH = 28;

  private static final int LONGEST_MONTH = 31;

  /** A step that so small a part of all steps has is none that bars are made by. */
  private static final double RARE = 0.1;

  /** Checks count and unit. */
  public BarLength {
    if (count <= 0) {
      throw new IllegalArgumentException("a bar must last > 0 " + unit + ", was " + count);
    }
    switch (unit) {
      case MINUTES, HOURS, DAYS, WEEKS, MONTHS -> {}
      default ->
          throw new IllegalArgumentException(
              "a bar is counted in MINUTES, HOURS, DAYS, WEEKS or MONTHS, was " + unit);
    }
  }

  /**
   * {@return the length of the bars that start at these times: the shortest step that is more than an exception} Holes,
   * weekends and nights are longer steps and change nothing; a stray row is shorter and rare. Of bars within the day no
   * two of which are apart alike it is the median.
   *
   * @param starts epoch milliseconds, ascending; fewer than two say nothing, and a day is assumed
   * @param daily whether they are days, not times
   */
  public static BarLength of(long[] starts, boolean daily) {
    Map<Long, Integer> counts = new TreeMap<>();
    for (int i = 1; i < starts.length; i++) {
      counts.merge(starts[i] - starts[i - 1], 1, Integer::sum);
    }
    long least = Math.max(1, (long) Math.ceil(RARE * (starts.length - 1)));
    for (var entry : counts.entrySet()) {
      if (entry.getValue() >= least && entry.getKey() > 0) {
        return of(entry.getKey(), daily);
      }
    }
    return daily || counts.isEmpty() ? DAY : of(median(starts), false);
  }

  private static long median(long[] starts) {
    return IntStream.range(1, starts.length)
        .mapToLong(i -> starts[i] - starts[i - 1])
        .sorted()
        .toArray()[(starts.length - 1) / 2];
  }

  private static BarLength of(long millis, boolean daily) {
    if (!daily && millis < DAY_MILLIS) {
      return millis % HOUR == 0
          ? new BarLength((int) (millis / HOUR), ChronoUnit.HOURS)
          : new BarLength(
              (int) Math.max(1, Math.round(millis / (double) MINUTE)), ChronoUnit.MINUTES);
    }
    int days = (int) Math.max(1, Math.round(millis / (double) DAY_MILLIS));
    if (days % DAYS_PER_WEEK == 0 && days < SHORTEST_MONTH) {
      return new BarLength(days / DAYS_PER_WEEK, ChronoUnit.WEEKS);
    }
    int months = (int) Math.round(days / 30.44);
    return months > 0 && days >= SHORTEST_MONTH * months && days <= LONGEST_MONTH * months
        ? new BarLength(months, ChronoUnit.MONTHS)
        : new BarLength(days, ChronoUnit.DAYS);
  }

  /** {@return whether bars are longer than a session} */
  public boolean isLongerThanDay() {
    return unit == ChronoUnit.WEEKS || unit == ChronoUnit.MONTHS;
  }

  /** {@return the length on a clock; a month has 365.25 / 12 days} */
  public Duration duration() {
    return unit.getDuration().multipliedBy(count);
  }

  /** Such as {@code 1 hour} or {@code 5 minutes}. */
  @Override
  public String toString() {
    String name = unit.name().toLowerCase(Locale.ROOT);
    return count + " " + (count == 1 ? name.substring(0, name.length() - 1) : name);
  }
}
