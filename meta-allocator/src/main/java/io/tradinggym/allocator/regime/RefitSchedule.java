package io.tradinggym.allocator.regime;

/**
 * When a model is fitted, and to how much of the past.
 *
 * @param first bars before the first fit, at least 1
 * @param every bars from fit to fit, at least 1
 * @param memory most bars that a fit looks back, at least {@code first}; beyond it the oldest are dropped
 */
public record RefitSchedule(int first, int every, int memory) {
  /** Checks the ranges. */
  public RefitSchedule {
    Check.atLeast("first", first, 1);
    Check.atLeast("every", every, 1);
    Check.atLeast("memory", memory, first);
  }
}
