package io.tradinggym.stocks;

import io.tradinggym.api.Action;
import io.tradinggym.api.Frame;
import io.tradinggym.api.space.Space;

/** What an action means: the weights that are to be held. One object a lane, with scratch of its own. */
interface Targets {
  /** The weight that asks for nothing to be traded. */
  double HOLD = Double.NaN;

  /** The actions. */
  Space space();

  /** Whether {@link #mask} forbids anything, ever. */
  default boolean masked() {
    return false;
  }

  /**
   * Writes target weights, {@link #HOLD} for what is to be left alone.
   *
   * @param tradable whether each asset can be traded now; others get 0 or HOLD
   */
  void write(Action action, boolean[] tradable, double[] weights);

  /** Writes which choices make sense now. */
  default void mask(Frame frame, boolean[] tradable, double[] held) {}
}
