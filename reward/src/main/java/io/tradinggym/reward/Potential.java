package io.tradinggym.reward;

import io.tradinggym.market.reward.RewardInput;

/**
 * How promising a state is, for {@link Shaping}: any finite function of the state a step ended in ({@code equityAfter},
 * {@code gross}) and of the starting equity. Nothing of the step itself (trades, fees) may enter, or shaping would
 * change the best policy.
 */
@FunctionalInterface
public interface Potential {
  /**
   * {@return the potential Phi of the state at the end of the step, any finite number}
   *
   * @param state how the account stood at the end of the step: {@code equityAfter}, {@code gross}
   * @param startingEquity equity at the start of the episode, > 0, in the unit of the state's amounts
   */
  double of(RewardInput state, double startingEquity);

  /** {@return minus the gross exposure, {@code -gross / V}: draws towards cash} */
  static Potential exposure() {
    return Potentials.EXPOSURE;
  }

  /** {@return the growth so far, {@code V / V_0 - 1}} */
  static Potential growth() {
    return Potentials.GROWTH;
  }
}
