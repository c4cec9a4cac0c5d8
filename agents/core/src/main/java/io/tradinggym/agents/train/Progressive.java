package io.tradinggym.agents.train;

/** A setting that may have another effect early in a training than late in it. */
public interface Progressive {
  /**
   * {@return whether it does} A training with such a setting cannot be made longer afterwards: its first part would
   * have gone another way.
   */
  default boolean changes() {
    return true;
  }
}
