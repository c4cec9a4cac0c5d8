package io.tradinggym.explain.claude;

/**
 * The most that may be spent, 1e-8 US dollars.
 *
 * @param run by this process
 * @param day on one day, UTC, by all processes that share the ledger's file
 * @param ticker on one ticker on one day
 */
public record Caps(long run, long day, long ticker) {
  /** 1e-8 dollars in a dollar. */
  public static final long DOLLAR = 100_000_000;

  /** Checks the signs; 0 allows nothing. */
  public Caps {
    if (run < 0 || day < 0 || ticker < 0) {
      throw new IllegalArgumentException(
          "caps must be >= 0, were " + run + ", " + day + ", " + ticker);
    }
  }

  /** Caps in dollars. */
  public static Caps dollars(double run, double day, double ticker) {
    return new Caps(
        Math.round(run * DOLLAR), Math.round(day * DOLLAR), Math.round(ticker * DOLLAR));
  }
}
