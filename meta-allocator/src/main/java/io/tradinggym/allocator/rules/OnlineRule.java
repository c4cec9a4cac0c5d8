package io.tradinggym.allocator.rules;

import io.tradinggym.api.Resumable;

/**
 * Weights for the coming round, learned from the rounds that are past. Mutable, for one user; a round allocates
 * nothing. Its state can be saved and goes on to the same bits.
 *
 * <pre>{@code
 * rule.weights(w);        // before the round
 * rule.update(outcome);   // after it: losses, or price relatives
 * }</pre>
 */
public interface OnlineRule extends Resumable {
  /** {@return how many experts or assets there are} */
  int size();

  /**
   * Writes the weights of the coming round: none negative, sum 1.
   *
   * @param out receives {@link #size} weights from index 0 on
   */
  void weights(double[] out);

  /**
   * Takes in a round.
   *
   * @param outcome one number of each expert or asset: see {@link ExpertRule} and {@link PortfolioRule}
   * @throws IllegalArgumentException if a number is outside what the rule is for; nothing has changed then
   */
  void update(double[] outcome);

  /** Forgets all rounds. */
  void reset();
}
