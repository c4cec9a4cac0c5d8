package io.tradinggym.options.chain;

/** What can be wrong with a recorded quote. */
public enum QuoteDefect {
  /** A field that is no number or no date, or a strike that is not positive. */
  UNREADABLE(true, "unreadable"),
  /** A negative bid, ask, price, volume or open interest. */
  NEGATIVE(true, "negative"),
  /** No offer, or a side that is not there at all: nothing can be bought. */
  MISSING_SIDE(true, "without an offer"),
  /** A bid above the offer. */
  CROSSED(true, "crossed"),
  /** The option expired at or before the moment of the quotes. */
  EXPIRED(true, "expired"),
  /** The same type, strike and expiry as a row above; the first is kept. */
  DUPLICATE(true, "duplicate"),
  /**
   * Of a root that stands for something else than the chain's: after a split or merger the old contracts go on under a
   * root such as {@code SPY1} and deliver other shares, minis under one such as {@code SPY7}.
   */
  OTHER_ROOT(true, "of another root"),
  /** Of another size than the chain's other contracts, such as a mini of 10 shares. */
  OTHER_SIZE(true, "of another size"),
  /** A bid equal to the offer: nobody can trade at both. */
  LOCKED(false, "locked"),
  /** Nobody bids, as is usual far out of the money. */
  ZERO_BID(false, "without a bid"),
  /** The last trade is older than was asked for. */
  STALE(false, "stale");

  private final boolean broken;
  private final String word;

  QuoteDefect(boolean broken, String word) {
    this.broken = broken;
    this.word = word;
  }

  /** {@return whether no honest quote looks so; the others are facts of markets, which one may want to leave out} */
  public boolean isBroken() {
    return broken;
  }

  /** In a sentence: "3 crossed". */
  @Override
  public String toString() {
    return word;
  }
}
