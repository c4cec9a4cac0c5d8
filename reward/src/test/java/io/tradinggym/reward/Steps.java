package io.tradinggym.reward;

import io.tradinggym.market.reward.Reward;
import io.tradinggym.market.reward.RewardFunction;
import io.tradinggym.market.reward.RewardInput;

/** Steps of an account, and what a reward says to them. */
final class Steps {
  private Steps() {}

  /** A step between two equities, without trades. */
  static RewardInput of(double before, double after) {
    RewardInput step = new RewardInput();
    step.equityBefore = before;
    step.equityAfter = after;
    step.terminated = after <= 0;
    return step;
  }

  /** A step with a simple return. */
  static RewardInput returning(double r) {
    return of(1, 1 + r);
  }

  /** The rewards along a path of equity. */
  static double[] rewards(Reward reward, double... equity) {
    RewardFunction function = reward.create();
    function.reset(equity[0]);
    double[] rewards = new double[equity.length - 1];
    for (int t = 0; t < rewards.length; t++) {
      rewards[t] = function.reward(of(equity[t], equity[t + 1]));
    }
    return rewards;
  }

  static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /** Equity from a start and growth factors. */
  static double[] path(double start, double... returns) {
    double[] equity = new double[returns.length + 1];
    equity[0] = start;
    for (int t = 0; t < returns.length; t++) {
      equity[t + 1] = equity[t] * (1 + returns[t]);
    }
    return equity;
  }
}
