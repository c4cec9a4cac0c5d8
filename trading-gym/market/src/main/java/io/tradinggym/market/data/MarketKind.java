package io.tradinggym.market.data;

/** Where the prices of a market come from. */
public enum MarketKind {
  /** History, the same for every episode. */
  REPLAYED,
  /** A law that draws a new path for every episode. */
  SIMULATED,
  /** The present. */
  LIVE
}
