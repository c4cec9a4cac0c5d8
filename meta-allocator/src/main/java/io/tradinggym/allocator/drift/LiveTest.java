package io.tradinggym.allocator.drift;

import io.tradinggym.api.Resumable;

/**
 * A test that may be looked at after every observation: under the null hypothesis the chance that it ever rejects is at
 * most alpha. Mutable, for one user; an update allocates nothing.
 */
public interface LiveTest extends Resumable {
  /**
   * Takes in an observation.
   *
   * @param x the present observation
   * @return whether the null hypothesis is rejected, now or before
   * @throws IllegalArgumentException if x is not what the test is for; nothing has changed then
   */
  boolean update(double x);

  /** {@return whether the null hypothesis has been rejected} */
  boolean rejected();

  /** {@return how many observations there were so far} */
  long count();

  /** Forgets all observations. */
  void reset();
}
