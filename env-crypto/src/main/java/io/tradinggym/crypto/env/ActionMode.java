package io.tradinggym.crypto.env;

/** How actions name a position. */
public enum ActionMode {
  /** A choice among evenly spaced leverages, from the lowest to the highest. */
  LEVELS,
  /** A number in [-1, 1], times the highest leverage; below 0 is short. */
  WEIGHT
}
