package io.tradinggym.market.data;

/**
 * Bars of several assets on one timeline: the exchange's side, which sees every bar. Never handed to an agent.
 *
 * <p>Prices are in ticks and volumes in lots of the asset's instrument. A bar in which an asset did not trade has
 * {@link #traded} false; its prices repeat the last close. That it did not trade means one of three things: it was not
 * listed yet, and has no price; it was halted or its market was closed, and a position in it stands; it was gone for
 * good, from {@link #goneFrom} on, and positions are paid out.
 *
 * <p>A perpetual has a mark beside its last price, by which it is valued, stopped and liquidated, and pays funding at
 * stamps. For everything else the mark is the price and funding is 0.
 */
public interface Bars {
  /** Number of assets. */
  int assets();

  /** Number of bars. */
  int length();

  /** When the bar closed and became known, epoch milliseconds, UTC. */
  long closeTime(int bar);

  /** First price, ticks. */
  long open(int asset, int bar);

  /** Highest price, ticks. */
  long high(int asset, int bar);

  /** Lowest price, ticks. */
  long low(int asset, int bar);

  /** Last price, ticks. */
  long close(int asset, int bar);

  /** Traded quantity, lots. */
  long volume(int asset, int bar);

  /** Whether the asset traded in this bar. */
  boolean traded(int asset, int bar);

  /**
   * The first bar from which on the asset has left the market for good; a number beyond the last bar if it has not. The
   * end of a range of bars is no such event.
   */
  default int goneFrom(int asset) {
    return Integer.MAX_VALUE;
  }

  /** Mark at the close, ticks: what positions are valued at. */
  default long mark(int asset, int bar) {
    return close(asset, bar);
  }

  /** Highest mark of the bar, ticks. */
  default long markHigh(int asset, int bar) {
    return high(asset, bar);
  }

  /** Lowest mark of the bar, ticks. */
  default long markLow(int asset, int bar) {
    return low(asset, bar);
  }

  /**
   * Funding that a position held at the bar's end pays: the sum of the rates whose stamps lie in the bar, its end
   * included, 1e-8 of the worth at the mark. Longs pay when it is positive.
   */
  default long funding(int asset, int bar) {
    return 0;
  }

  /** Milliseconds from one funding stamp to the next, counted from 1970-01-01 UTC; 0 without funding. */
  default long fundingInterval(int asset) {
    return 0;
  }

  /**
   * The same at a bar: from the last stamp at or before its close to the next one after, which the venue announces
   * before it changes.
   */
  default long fundingInterval(int asset, int bar) {
    return fundingInterval(asset);
  }

  /**
   * Cash that a share held at the close before is owed from this bar's open on, money units; 0 for none. Prices that
   * are adjusted for dividends have none.
   */
  default long dividend(int asset, int bar) {
    return 0;
  }

  /** Whether any bar may have a dividend or a split; false promises that none has. */
  default boolean hasActions() {
    return false;
  }

  /** New shares of a split before this bar's open, for each {@link #splitOf} old ones; 1 without one. */
  default int splitShares(int asset, int bar) {
    return 1;
  }

  /** Old shares of a split before this bar's open; 1 without one. */
  default int splitOf(int asset, int bar) {
    return 1;
  }
}
