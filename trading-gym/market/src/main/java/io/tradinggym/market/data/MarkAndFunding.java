package io.tradinggym.market.data;

import java.util.Arrays;

/**
 * What a perpetual has beside the bars of its {@link Series}, row by row.
 *
 * @param high highest mark of the bar, in the instrument's currency
 * @param low lowest mark of the bar, in the instrument's currency
 * @param close mark at the bar's close, in the instrument's currency
 * @param funding sum of the rates whose stamps lie in the bar, its end included, 1e-8 of the worth at the mark; 0 where
 *     none lies in it
 * @param interval milliseconds from the stamp before the bar's close to the one after, > 0, counted from
 *     1970-01-01 UTC: a venue may change it, and announces it before
 */
public record MarkAndFunding(
    double[] high, double[] low, double[] close, long[] funding, long[] interval) {
  /**
   * With one interval for all bars.
   *
   * @param high highest mark of each bar, in the instrument's currency
   * @param low lowest mark of each bar
   * @param close mark at each bar's close
   * @param funding sum of the rates of each bar, 1e-8 of the worth at the mark; 0 where none is paid
   * @param interval from one stamp to the next, milliseconds, &gt; 0
   */
  public MarkAndFunding(
      double[] high, double[] low, double[] close, long[] funding, long interval) {
    this(high, low, close, funding, filled(close.length, interval));
  }

  private static long[] filled(int bars, long interval) {
    long[] intervals = new long[bars];
    Arrays.fill(intervals, interval);
    return intervals;
  }

  /** Checks lengths and intervals. */
  public MarkAndFunding {
    int n = close.length;
    if (high.length != n || low.length != n || funding.length != n || interval.length != n) {
      throw new IllegalArgumentException("all columns of marks must have " + n + " rows");
    }
    for (long each : interval) {
      if (each <= 0) {
        throw new IllegalArgumentException("funding interval must be > 0 ms, was " + each);
      }
    }
  }
}
