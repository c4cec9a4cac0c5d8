package io.tradinggym.crypto.funding;

/**
 * The moments at which a contract settles, counted from 1970-01-01 UTC: every so many milliseconds, some time after the
 * multiples. 8 hours and 0 are 00:00, 08:00 and 16:00 UTC.
 *
 * <p>A position pays what it is at the stamp: opened a moment after or closed a moment before, it pays nothing.
 * (Binance warns that a stamp may be taken up to a minute late; here it is exact.)
 *
 * @param interval milliseconds, > 0
 * @param offset milliseconds, 0 to below the interval
 */
public record FundingStamps(long interval, long offset) {
  private static final long HOUR = 3_600_000;

  /** Checks the numbers. */
  public FundingStamps {
    if (interval <= 0) {
      throw new IllegalArgumentException("interval must be > 0 ms, was " + interval);
    }
    if (offset < 0 || offset >= interval) {
      throw new IllegalArgumentException("offset must be in [0, " + interval + "), was " + offset);
    }
  }

  /**
   * {@return the stamps every so many hours, the first of a day at midnight UTC}
   *
   * @param hours between two stamps, > 0; a day has to be a multiple of them for the first to be at midnight
   */
  public static FundingStamps hours(int hours) {
    return new FundingStamps(hours * HOUR, 0);
  }

  /**
   * {@return the first stamp after a time, epoch milliseconds UTC; a time on a stamp gets the next one}
   *
   * @param time epoch milliseconds UTC
   */
  public long after(long time) {
    return Math.floorDiv(time - offset, interval) * interval + interval + offset;
  }

  /**
   * {@return the number of stamps in (from, to]: those that a position held from one time to the other has to pay}
   *
   * @param from epoch milliseconds UTC, not included
   * @param to epoch milliseconds UTC, included
   */
  public long between(long from, long to) {
    return Math.floorDiv(to - offset, interval) - Math.floorDiv(from - offset, interval);
  }

  /**
   * {@return the hours from a time to the next stamp, > 0 and at most an interval}
   *
   * @param time epoch milliseconds UTC
   */
  public double hoursLeft(long time) {
    return (after(time) - time) / (double) HOUR;
  }
}
