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
 *
 * <p>Where a market's quotes are known, {@link #asks} is what buyers pay and {@link #bids} what sellers get; the prices
 * here are those of trades, or the middle. Without quotes all three are the same.
 */
public interface Bars {
  /** {@return the number of assets} */
  int assets();

  /** {@return the number of bars} */
  int length();

  /**
   * {@return when the bar closed and became known, epoch milliseconds, UTC}
   *
   * @param bar index of the bar, from 0
   */
  long closeTime(int bar);

  /**
   * {@return the first price, ticks}
   *
   * @param asset index of the asset, from 0
   * @param bar index of the bar, from 0
   */
  long open(int asset, int bar);

  /**
   * {@return the highest price, ticks}
   *
   * @param asset index of the asset, from 0
   * @param bar index of the bar, from 0
   */
  long high(int asset, int bar);

  /**
   * {@return the lowest price, ticks}
   *
   * @param asset index of the asset, from 0
   * @param bar index of the bar, from 0
   */
  long low(int asset, int bar);

  /**
   * {@return the last price, ticks}
   *
   * @param asset index of the asset, from 0
   * @param bar index of the bar, from 0
   */
  long close(int asset, int bar);

  /**
   * {@return the traded quantity, lots}
   *
   * @param asset index of the asset, from 0
   * @param bar index of the bar, from 0
   */
  long volume(int asset, int bar);

  /**
   * {@return whether the asset traded in this bar}
   *
   * @param asset index of the asset, from 0
   * @param bar index of the bar, from 0
   */
  boolean traded(int asset, int bar);

  /**
   * {@return the first bar from which on the asset has left the market for good; a number beyond the last bar if it has
   * not} The end of a range of bars is no such event.
   *
   * @param asset index of the asset, from 0
   */
  default int goneFrom(int asset) {
    return Integer.MAX_VALUE;
  }

  /**
   * {@return the mark at the close, ticks: what positions are valued at}
   *
   * @param asset index of the asset, from 0
   * @param bar index of the bar, from 0
   */
  default long mark(int asset, int bar) {
    return close(asset, bar);
  }

  /**
   * {@return the highest mark of the bar, ticks}
   *
   * @param asset index of the asset, from 0
   * @param bar index of the bar, from 0
   */
  default long markHigh(int asset, int bar) {
    return high(asset, bar);
  }

  /**
   * {@return the lowest mark of the bar, ticks}
   *
   * @param asset index of the asset, from 0
   * @param bar index of the bar, from 0
   */
  default long markLow(int asset, int bar) {
    return low(asset, bar);
  }

  /**
   * {@return the funding that a position held at the bar's end pays: the sum of the rates whose stamps lie in the bar,
   * its end included, 1e-8 of the worth at the mark} Longs pay when it is positive.
   *
   * @param asset index of the asset, from 0
   * @param bar index of the bar, from 0
   */
  default long funding(int asset, int bar) {
    return 0;
  }

  /**
   * {@return the milliseconds from one funding stamp to the next, counted from 1970-01-01 UTC; 0 without funding}
   *
   * @param asset index of the asset, from 0
   */
  default long fundingInterval(int asset) {
    return 0;
  }

  /**
   * {@return {@link #fundingInterval(int)} as it stands at a bar: from the last stamp at or before its close to the
   * next one after, in milliseconds, which the venue announces before it changes}
   *
   * @param asset index of the asset, from 0
   * @param bar index of the bar, from 0
   */
  default long fundingInterval(int asset, int bar) {
    return fundingInterval(asset);
  }

  /**
   * {@return the cash that a share held at the close before is owed from this bar's open on, money units of 1e-8; 0 for
   * none} Prices that are adjusted for dividends have none.
   *
   * @param asset index of the asset, from 0
   * @param bar index of the bar, from 0
   */
  default long dividend(int asset, int bar) {
    return 0;
  }

  /**
   * {@return whether bid and ask of the asset are known, so that its spread is part of the data}
   *
   * @param asset index of the asset, from 0
   */
  default boolean quoted(int asset) {
    return false;
  }

  /** {@return the same bars at the prices that are asked, which buyers pay; these bars where nothing is quoted} */
  default Bars asks() {
    return this;
  }

  /** {@return the same bars at the prices that are bid, which sellers get; these bars where nothing is quoted} */
  default Bars bids() {
    return this;
  }

  /** {@return whether any bar may have a dividend or a split; false promises that none has} */
  default boolean hasActions() {
    return false;
  }

  /**
   * {@return the new shares of a split before this bar's open, for each {@link #splitOf} old ones; 1 without one}
   *
   * @param asset index of the asset, from 0
   * @param bar index of the bar, from 0
   */
  default int splitShares(int asset, int bar) {
    return 1;
  }

  /**
   * {@return the old shares of a split before this bar's open; 1 without one}
   *
   * @param asset index of the asset, from 0
   * @param bar index of the bar, from 0
   */
  default int splitOf(int asset, int bar) {
    return 1;
  }
}
