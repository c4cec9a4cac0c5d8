package io.tradinggym.crypto.market;

/** Which instruments of a market of coins an environment trades. */
public enum Shown {
  /** The spot pair of each coin. */
  SPOT,
  /** The perpetual of each coin. */
  PERPETUALS,
  /** Of each coin the spot pair, then the perpetual. */
  BOTH
}
