package io.tradinggym.market.process;

import io.tradinggym.api.random.RandomStream;

/** A law of the log returns of several assets, bar by bar. Immutable; every lane walks a {@link Path} of its own. */
public interface PriceProcess {
  /** Number of assets. */
  int assets();

  /** Typical standard deviation of an asset's log return in one bar, the yardstick of its volume; > 0. */
  double typicalDeviation(int asset);

  /** A walker; start it before its first step. */
  Path path();

  /** The law and all its parameters as text, the same for equal laws: goes into fingerprints. */
  String parameters();

  /** One path being drawn. Allocates nothing after it was made; not thread-safe. */
  interface Path {
    /** Begins a new path. */
    void start(RandomStream random);

    /**
     * Draws the next bar.
     *
     * @param logReturns filled: log of close over the close before, by asset
     * @param deviations filled: the standard deviation that the return had, given the past
     */
    void step(RandomStream random, double[] logReturns, double[] deviations);
  }
}
