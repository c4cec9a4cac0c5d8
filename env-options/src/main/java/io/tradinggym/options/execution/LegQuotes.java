package io.tradinggym.options.execution;

/** What is bid and offered now for the assets of an account, in ticks of each. */
public interface LegQuotes {
  /** Highest bid; 0 where nobody bids, negative where there is no quote. */
  long bid(int asset);

  /** Lowest offer; 0 or less where nobody offers. */
  long ask(int asset);

  /** Ticks that prices of fills are whole multiples of: more than 1 where marks are finer than quotes. */
  default long step(int asset) {
    return 1;
  }

  /** Lots traded today, 0 if not known; asked by conventions that fill liquid contracts better. */
  default double volume(int asset) {
    return 0;
  }
}
