package io.tradinggym.agents.dqn;

import io.tradinggym.agents.policy.returns.CategoricalReturn;
import io.tradinggym.agents.policy.returns.MeanReturn;
import io.tradinggym.agents.policy.returns.QuantileReturn;
import io.tradinggym.agents.policy.returns.ReturnLaw;

/**
 * How far what the network says of an action's return is from what a transition and the target network say: {@code
 * reward + discount x return of the best next action}. Has scratch: for one thread.
 */
interface ReturnLoss {
  /** No next state counts: the episode ended. */
  int NOTHING = -1;

  /**
   * One transition's loss.
   *
   * @param next the target network's outputs
   * @param nextAt where those of the best next action begin, or {@link #NOTHING}
   * @param own the network's outputs, those of the action taken at {@code at}
   * @param scale what the gradient is multiplied by
   * @param slopes receives the gradient at {@code at}
   * @return the loss, not scaled
   */
  double at(
      float reward,
      float discount,
      float[] next,
      int nextAt,
      float[] own,
      int at,
      float scale,
      float[] slopes);

  /** How wrong the last transition was, for prioritised draws. */
  float error();

  /** The loss that belongs to a law. */
  static ReturnLoss of(ReturnLaw law) {
    return switch (law) {
      case MeanReturn mean -> new MeanLoss();
      case CategoricalReturn categorical -> new CategoricalLoss(categorical);
      case QuantileReturn quantiles -> new QuantileLoss(quantiles);
    };
  }
}
