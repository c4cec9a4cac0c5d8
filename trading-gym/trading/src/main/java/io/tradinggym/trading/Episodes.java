package io.tradinggym.trading;

/**
 * Where episodes begin and how long they are.
 *
 * @param window bars of features that an observation shows, 1 .. 10000: an episode begins when there are so many
 * @param steps length of an episode in bars, >= 0; 0 = to the end of the data
 * @param randomStart whether it begins at a random bar rather than at the first possible one
 */
public record Episodes(int window, int steps, boolean randomStart) {
  private static final int MOST_BARS = 10_000;

  /** Checks the numbers. */
  public Episodes {
    if (window < 1 || window > MOST_BARS) {
      throw new IllegalArgumentException(
          "option window must be in 1 .. " + MOST_BARS + ", was " + window);
    }
    if (steps < 0) {
      throw new IllegalArgumentException("option episode must be >= 0, was " + steps);
    }
  }
}
