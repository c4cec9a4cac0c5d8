package io.tradinggym.market.process;

import io.tradinggym.api.random.RandomStream;

/** A law of the log returns of several assets, bar by bar. Immutable; every lane walks a {@link Path} of its own. */
public interface PriceProcess {
  /** {@return the number of assets} */
  int assets();

  /**
   * {@return the typical standard deviation of an asset's log return in one bar, the yardstick of its volume; > 0}
   *
   * @param asset index of the asset, from 0
   */
  double typicalDeviation(int asset);

  /** {@return a walker; start it before its first step} */
  Path path();

  /** {@return the law and all its parameters as text, the same for equal laws: goes into fingerprints} */
  String parameters();

  /** One path being drawn. Allocates nothing after it was made; not thread-safe. */
  interface Path {
    /**
     * Begins a new path.
     *
     * @param random what the state before the first bar is drawn from, where it is not fixed
     */
    void start(RandomStream random);

    /**
     * Draws the next bar.
     *
     * @param random what the bar is drawn from
     * @param logReturns filled: log of close over the close before, by asset
     * @param deviations filled: the standard deviation that the log return had, given the past
     */
    void step(RandomStream random, double[] logReturns, double[] deviations);
  }
}
