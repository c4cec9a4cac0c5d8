package io.tradinggym.market.data;

import java.util.Arrays;

/**
 * What was bid and asked for an asset, row by row of its {@link Series}, in the instrument's currency. A taker buys at
 * what is asked and sells at what is bid. Lows and highs of the two sides may stand apart in time, so only opens and
 * closes are held against each other.
 *
 * @param bid the highest that buyers offered; neither its opens nor its closes lie above what is asked
 * @param ask the lowest that sellers wanted, as many rows
 */
public record BidAsk(Side bid, Side ask) {
  /**
   * One side of the market.
   *
   * @param open first prices in the instrument's currency, one a bar; the others have as many
   * @param high highest prices, one a bar
   * @param low lowest prices, one a bar
   * @param close last prices, one a bar
   */
  public record Side(double[] open, double[] high, double[] low, double[] close) {
    /** Checks lengths. */
    public Side {
      int n = open.length;
      if (high.length != n || low.length != n || close.length != n) {
        throw new IllegalArgumentException("all columns of quotes must have " + n + " rows");
      }
    }

    Side slice(int from, int to) {
      return new Side(
          Arrays.copyOfRange(open, from, to),
          Arrays.copyOfRange(high, from, to),
          Arrays.copyOfRange(low, from, to),
          Arrays.copyOfRange(close, from, to));
    }
  }

  /** Checks that neither open nor close is crossed. */
  public BidAsk {
    if (ask.open.length != bid.open.length) {
      throw new IllegalArgumentException(
          "bid and ask must have as many rows, had " + bid.open.length + ", " + ask.open.length);
    }
    for (int i = 0; i < bid.open.length; i++) {
      if (!(bid.open[i] <= ask.open[i]) || !(bid.close[i] <= ask.close[i])) {
        throw new IllegalArgumentException(
            "a bid must be <= its ask, was open "
                + bid.open[i]
                + " to "
                + ask.open[i]
                + ", close "
                + bid.close[i]
                + " to "
                + ask.close[i]
                + " in row "
                + i);
      }
    }
  }

  /** {@return the number of rows} */
  public int length() {
    return bid.open.length;
  }

  /** The rows {@code from .. to - 1}. */
  BidAsk slice(int from, int to) {
    return new BidAsk(bid.slice(from, to), ask.slice(from, to));
  }
}
