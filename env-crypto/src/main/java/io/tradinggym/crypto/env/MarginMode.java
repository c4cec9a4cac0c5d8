package io.tradinggym.crypto.env;

/** What money stands behind a perpetual. */
public enum MarginMode {
  /** All equity of the account. */
  CROSS,
  /** A balance of its own: opening moves the worth over the leverage there, and no more than that can be lost. */
  ISOLATED
}
