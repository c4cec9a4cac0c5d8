package io.tradinggym.allocator.rules;

/** Weights from a covariance alone. Scratch inside, reused across calls, so one user; a call allocates nothing. */
public interface RiskRule {
  /** {@return how many assets there are} */
  int size();

  /**
   * Writes the weights: none negative, sum 1.
   *
   * @param covariance size x size, row by row, symmetric and positive definite
   * @param out receives {@link #size} weights
   * @throws IllegalArgumentException if the covariance is not positive definite
   */
  void weights(double[] covariance, double[] out);
}
