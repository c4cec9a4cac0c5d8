package io.tradinggym.crypto.env;

import io.tradinggym.api.Action;
import io.tradinggym.api.space.Space;

/** What an action means: the weights that are to be held, of equity. One object a lane, with scratch of its own. */
interface CryptoTargets {
  /** The weight that asks for nothing to be traded. */
  double HOLD = Double.NaN;

  /** The actions. */
  Space space();

  /** Writes target weights, {@link #HOLD} for what cannot be traded now. */
  void write(Action action, boolean[] tradable, double[] weights);

  /** How many choices may be masked, 0 where actions are numbers. */
  default int choices() {
    return 0;
  }

  /** The largest absolute weight that a choice asks for of any asset. */
  default double weightOf(int choice) {
    return 0;
  }
}
