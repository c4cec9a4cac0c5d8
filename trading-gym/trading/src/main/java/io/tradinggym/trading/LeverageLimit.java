package io.tradinggym.trading;

/** How large positions a venue lends for, now. */
@FunctionalInterface
public interface LeverageLimit {
  /**
   * {@return whether a position of so many times equity may be opened}
   *
   * @param weight absolute worth of the position over equity, >= 0
   */
  boolean permits(double weight);
}
