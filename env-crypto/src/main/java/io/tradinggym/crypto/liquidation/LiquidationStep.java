package io.tradinggym.crypto.liquidation;

/** How far down the waterfall a liquidation went. */
public enum LiquidationStep {
  /** Nothing was due. */
  NONE,
  /** Cancelling orders was enough. */
  CANCELLED,
  /** Positions were reduced on the market until the rest stood. */
  REDUCED,
  /** Positions were closed on the market. */
  CLOSED,
  /** The insurance fund took positions over at the bankruptcy price. */
  TAKEN_OVER,
  /** Accounts on the winning side were deleveraged at the bankruptcy price. */
  DELEVERAGED,
  /** Nobody was left on the other side: the fund took the rest and owes what it lacks. */
  UNCOVERED
}
