package io.tradinggym.market.process;

import io.tradinggym.api.random.RandomStream;

/**
 * The stationary bootstrap's walk over history: with chance 1/L the next bar is any, else it is the one after the last,
 * the first following the end. Blocks have geometric lengths of mean L, so that what lasts less than L bars survives.
 *
 * @param length of the history, bars, >= 2
 * @param meanBlock L, bars, >= 1
 * @see <a href="https://doi.org/10.1080/01621459.1994.10476870">Politis and Romano (1994), The stationary bootstrap</a>
 */
public record BlockBootstrap(int length, double meanBlock) {
  /** Checks the ranges. */
  public BlockBootstrap {
    if (length < 2) {
      throw new IllegalArgumentException("length must be >= 2, was " + length);
    }
    if (!(meanBlock >= 1)) {
      throw new IllegalArgumentException("meanBlock must be >= 1, was " + meanBlock);
    }
  }

  /**
   * {@return where a path begins: the index of any bar, each with the same chance}
   *
   * @param random one number is drawn
   */
  public int first(RandomStream random) {
    return random.integer(length);
  }

  /**
   * {@return the index of the bar after another}
   *
   * @param random one number is drawn, or two where a piece ends
   * @param index of the bar before, from 0 to {@code length} - 1
   */
  public int next(RandomStream random, int index) {
    if (random.uniform() * meanBlock < 1) {
      return random.integer(length);
    }
    return index + 1 == length ? 0 : index + 1;
  }
}
