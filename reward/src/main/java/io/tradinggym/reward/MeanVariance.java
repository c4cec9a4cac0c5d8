package io.tradinggym.reward;

import io.tradinggym.market.reward.Reward;
import io.tradinggym.market.reward.RewardFunction;

/**
 * One-step mean-variance utility: {@code R - k/2 R^2}, R the simple return. The parabola is followed up to its vertex
 * {@code R = 1/k} and flat beyond, so that no win is ever punished (monotone mean-variance preferences).
 *
 * @param riskAversion k, > 0; a win of more than 1/k in one step counts as 1/k
 * @see <a href="https://doi.org/10.1111/j.1467-9965.2009.00376.x">Maccheroni, Marinacci, Rustichini and Taboga
 *     (2009)</a>
 */
public record MeanVariance(double riskAversion) implements Reward {
  /** Checks the risk aversion. */
  public MeanVariance {
    Check.positive("riskAversion", riskAversion);
  }

  @Override
  public RewardFunction create() {
    Memoryless function =
        step -> {
          double r = Math.min(step.simpleReturn(), 1 / riskAversion);
          return r - riskAversion / 2 * r * r;
        };
    return function;
  }

  @Override
  public String toString() {
    return "meanVariance(riskAversion=" + riskAversion + ")";
  }
}
