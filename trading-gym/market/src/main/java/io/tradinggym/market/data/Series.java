package io.tradinggym.market.data;

import io.tradinggym.market.instrument.Instrument;

/**
 * The bars of one asset before they are aligned with others, in order of time.
 *
 * @param instrument what they are of
 * @param closeTimes epoch milliseconds UTC, strictly ascending
 * @param open prices in the instrument's currency, as are high, low and close
 * @param volume in units of the instrument, such as shares
 */
public record Series(
    Instrument instrument,
    long[] closeTimes,
    double[] open,
    double[] high,
    double[] low,
    double[] close,
    double[] volume) {

  /** Checks lengths and order. */
  public Series {
    int n = closeTimes.length;
    if (open.length != n
        || high.length != n
        || low.length != n
        || close.length != n
        || volume.length != n) {
      throw new IllegalArgumentException(
          instrument.symbol() + ": all columns must have " + n + " rows");
    }
    for (int i = 1; i < n; i++) {
      if (closeTimes[i] <= closeTimes[i - 1]) {
        throw new IllegalArgumentException(
            instrument.symbol() + ": times must ascend, row " + i + " is not after the one before");
      }
    }
  }

  /** Number of bars. */
  public int length() {
    return closeTimes.length;
  }
}
