package io.tradinggym.allocator.regime;

import io.tradinggym.api.Resumable;

/**
 * Watches one number for a change of its law. Mutable, for one user; an update allocates nothing. An alarm does not
 * restart it: the statistic goes on until {@link #reset}.
 */
public interface ChangeDetector extends Resumable {
  /**
   * Takes in the present bar's number, in the unit that the detector was made for.
   *
   * @param x the present number, finite
   * @return whether {@link #statistic} is above {@link #threshold}
   * @throws IllegalArgumentException if x is not finite; nothing has changed then
   */
  boolean update(double x);

  /** {@return the evidence of a change so far} */
  double statistic();

  /** {@return the value of {@link #statistic} above which there is an alarm} */
  double threshold();

  /** Forgets all bars. */
  void reset();
}
