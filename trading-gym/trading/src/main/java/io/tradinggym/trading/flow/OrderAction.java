package io.tradinggym.trading.flow;

/** What was asked of an exchange. */
public enum OrderAction {
  /** So many lots are wanted in all. */
  TARGET,
  /** A new order, or one leg of it. */
  SUBMIT,
  /** Another order in the place of one that works. */
  REPLACE,
  /** What is left of an order is not wanted any more. */
  CANCEL
}
