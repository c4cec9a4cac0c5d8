package io.tradinggym.options.board;

/** The smile of a simulated surface. */
public enum SmileKind {
  /** None: every strike has the same volatility, as the simulated spot has it. */
  FLAT,
  /**
   * That of a stock: low strikes are dearer than high ones. The simulated spot has no such skew, so whoever sells low
   * strikes and buys high ones earns what no premium was configured for.
   */
  STOCK
}
