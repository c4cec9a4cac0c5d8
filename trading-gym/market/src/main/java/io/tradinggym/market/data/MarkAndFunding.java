package io.tradinggym.market.data;

/**
 * What a perpetual has beside the bars of its {@link Series}, row by row.
 *
 * @param high highest mark of the bar, in the instrument's currency
 * @param low lowest mark
 * @param close mark at the close
 * @param funding sum of the rates whose stamps lie in the bar, its end included, 1e-8
 * @param interval milliseconds between stamps, counted from 1970-01-01 UTC, > 0
 */
public record MarkAndFunding(
    double[] high, double[] low, double[] close, long[] funding, long interval) {
  /** Checks lengths and interval. */
  public MarkAndFunding {
    int n = close.length;
    if (high.length != n || low.length != n || funding.length != n) {
      throw new IllegalArgumentException("all columns of marks must have " + n + " rows");
    }
    if (interval <= 0) {
      throw new IllegalArgumentException("funding interval must be > 0 ms, was " + interval);
    }
  }
}
