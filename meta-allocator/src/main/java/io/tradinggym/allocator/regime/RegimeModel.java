package io.tradinggym.allocator.regime;

import io.tradinggym.api.Resumable;

/**
 * Tells the state of a market, bar by bar, from what has been seen. Mutable, for one user. Its state can be saved and
 * goes on to the same bits.
 */
public interface RegimeModel extends Resumable {
  /** {@return how many states there are, at least 2} */
  int states();

  /** {@return how many numbers an observation has} */
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
   * @param out receives one chance a state, from 0, sum 1
   */
  void probabilities(double[] out);

  /** {@return the state at the last bar, from 0} */
  int state();

  /** Forgets all bars. */
  void reset();
}
