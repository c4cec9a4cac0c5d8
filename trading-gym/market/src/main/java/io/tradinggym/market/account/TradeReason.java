package io.tradinggym.market.account;

/** Why a position changed hands. */
public enum TradeReason {
  /** An order of its owner. */
  ORDER,
  /** What was missing to a position that its owner wanted. */
  TARGET,
  /** Sub-books of one account traded with each other, at the middle of the market. */
  CROSS,
  /** The account, or the position, had lost its margin. */
  LIQUIDATION,
  /** The asset left the market. */
  DELISTING,
  /** An option was exercised by its owner, or by exception at expiry. */
  EXERCISE,
  /** An option that was sold was assigned. */
  ASSIGNMENT,
  /** An option ended without worth. */
  EXPIRY
}
