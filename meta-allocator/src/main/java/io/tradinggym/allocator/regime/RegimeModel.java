package io.tradinggym.allocator.regime;

import io.tradinggym.api.Resumable;

/**
 * Tells the state of a market, bar by bar, from what has been seen. Mutable, for one user. Its state can be saved and
 * goes on to the same bits.
 */
public interface RegimeModel extends Resumable {
  /** {@return the states, at least 2} */
  int states();

  /** {@return the numbers in one observation} */
  int dimensions();

  /**
   * Takes in the present bar.
   *
   * @param x {@link #dimensions} finite numbers
   * @throws IllegalArgumentException if one is not finite; nothing has changed then
   */
  void update(double[] x);

  /**
   * Writes the chance of each state at the last bar, given it and the bars before; before the first bar what is held
   * without evidence. A model that only decides writes 0 and 1.
   *
   * @param out where it is written
   */
  void probabilities(double[] out);

  /** {@return the state at the last bar} */
  int state();

  /** Forgets all bars. */
  void reset();
}
