package io.tradinggym.market.data;

/**
 * Bars of several assets on one timeline: the exchange's side, which sees every bar. Never handed to an agent.
 *
 * <p>Prices are in ticks and volumes in lots of the asset's instrument. A bar in which an asset did not trade (not listed
 * yet, halted, missing) has {@link #traded} false; its prices repeat the last close.
 */
public interface Bars {
  /** Number of assets. */
  int assets();

  /** Number of bars. */
  int length();

  /** When the bar closed and became known, epoch milliseconds, UTC. */
  long closeTime(int bar);

  /** First price, ticks. */
  long open(int asset, int bar);

  /** Highest price, ticks. */
  long high(int asset, int bar);

  /** Lowest price, ticks. */
  long low(int asset, int bar);

  /** Last price, ticks. */
  long close(int asset, int bar);

  /** Traded quantity, lots. */
  long volume(int asset, int bar);

  /** Whether the asset traded in this bar. */
  boolean traded(int asset, int bar);
}
