package io.tradinggym.trading;

/** How large positions a venue lends for, now. */
@FunctionalInterface
public interface LeverageLimit {
  /**
   * {@return whether a position of so many times equity may be opened, the weight >= 0}
   *
   * @param weight fraction of equity
   */
  boolean permits(double weight);
}
