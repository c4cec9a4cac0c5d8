package io.tradinggym.options.execution;

/** What is bid and offered now for the assets of an account, in ticks of each; 0 or less where nobody does. */
public interface LegQuotes {
  /** Highest bid. */
  long bid(int asset);

  /** Lowest offer. */
  long ask(int asset);

  /** Lots traded today, 0 if not known; asked by conventions that fill liquid contracts better. */
  default double volume(int asset) {
    return 0;
  }
}
