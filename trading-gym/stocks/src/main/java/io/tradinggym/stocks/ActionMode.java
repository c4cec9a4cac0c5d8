package io.tradinggym.stocks;

/** How {@code Stock-v1} is told what to hold. Weights are shares of equity, in [low, high] of the account's limits. */
public enum ActionMode {
  /** Three choices: 0 sell all (down to the lowest weight), 1 hold what is there, 2 buy (up to the highest weight). */
  TRADE,
  /** So many choices of a target weight, evenly spaced from the lowest to the highest. */
  LEVELS,
  /**
   * One number in [-1, 1]: the target weight as a part of the highest one; below 0 it is 0 unless shorts are allowed.
   */
  WEIGHT
}
