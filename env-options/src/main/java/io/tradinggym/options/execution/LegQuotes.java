package io.tradinggym.options.execution;

/** What is bid and offered now for the assets of an account, in ticks of each. */
public interface LegQuotes {
  /**
   * {@return the highest bid; 0 where nobody bids, negative where there is no quote}
   *
   * @param asset index of the asset, from 0
   */
  long bid(int asset);

  /**
   * {@return the lowest offer; 0 or less where nobody offers}
   *
   * @param asset index of the asset, from 0
   */
  long ask(int asset);

  /**
   * {@return the ticks that prices of fills are whole multiples of: more than 1 where marks are finer than quotes}
   *
   * @param asset index of the asset, from 0
   */
  default long step(int asset) {
    return 1;
  }

  /**
   * {@return the lots traded today, 0 if not known; asked by conventions that fill liquid contracts better}
   *
   * @param asset index of the asset, from 0
   */
  default double volume(int asset) {
    return 0;
  }
}
