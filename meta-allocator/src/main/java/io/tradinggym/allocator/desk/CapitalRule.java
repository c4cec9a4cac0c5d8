package io.tradinggym.allocator.desk;

/**
 * Shares capital out among specialists by what is known at a close. For one episode at a time and one user; what it
 * learned is forgotten with {@link #begin}.
 */
public interface CapitalRule {
  /** {@return how it is written, such as {@code fixedShare(100,0.003)}} */
  String name();

  /** An episode begins. */
  void begin();

  /**
   * Writes the shares of the account that the specialists should have: none negative, together at most 1, the rest is
   * cash. Called once for each bar; the first call of an episode has no returns yet, and is given zeros.
   *
   * @param regimes chances of the regimes at this bar, in [0, 1], sum 1
   * @param returns of the specialists' own books in this bar, fractions
   * @param out receives one share for each specialist, from 0
   */
  void shares(double[] regimes, double[] returns, double[] out);
}
