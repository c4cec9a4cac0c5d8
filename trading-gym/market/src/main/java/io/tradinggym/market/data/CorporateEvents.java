package io.tradinggym.market.data;

import java.util.Arrays;

/**
 * Cash dividends and splits of a share whose prices are as printed on the day, row by row of its {@link Series}. An
 * event of a row happens before its open: who held at the close before is owed the dividend, and has so many shares for
 * each of so many.
 *
 * @param dividend in the currency, per share as counted before a split of the same row, &gt;= 0; 0 for none
 * @param shares new ones for each {@code of} old ones, &gt; 0; 1 without a split
 * @param of old ones, &gt; 0; 1 without a split
 */
public record CorporateEvents(double[] dividend, int[] shares, int[] of) {
  /** Checks lengths and numbers. */
  public CorporateEvents {
    if (shares.length != dividend.length || of.length != dividend.length) {
      throw new IllegalArgumentException(
          "all columns of events must have " + dividend.length + " rows");
    }
    for (int i = 0; i < dividend.length; i++) {
      if (!(dividend[i] >= 0) || shares[i] <= 0 || of[i] <= 0) {
        throw new IllegalArgumentException(
            "a dividend must be >= 0 and a split > 0 for > 0, were "
                + dividend[i]
                + ", "
                + shares[i]
                + " for "
                + of[i]);
      }
    }
  }

  /** The rows {@code from .. to - 1}. */
  CorporateEvents slice(int from, int to) {
    return new CorporateEvents(
        Arrays.copyOfRange(dividend, from, to),
        Arrays.copyOfRange(shares, from, to),
        Arrays.copyOfRange(of, from, to));
  }
}
