package io.tradinggym.trading;

/** How large positions a venue lends for, now. */
@FunctionalInterface
public interface LeverageLimit {
  /** Whether a position of so many times equity may be opened, the weight >= 0. */
  boolean permits(double weight);
}
