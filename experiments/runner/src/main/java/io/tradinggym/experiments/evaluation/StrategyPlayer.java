package io.tradinggym.experiments.evaluation;

import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.options.trading.OptionStrategies;
import io.tradinggym.options.trading.StrategyRule;

/** Plays {@code OptionStrategies-v1} by a rule. */
record StrategyPlayer(StrategyRule rule) implements Contender.Player {
  static boolean fits(EnvironmentSpec spec) {
    return spec.id().equals(OptionStrategies.ID);
  }

  @Override
  public void act(int step, float[] observation, boolean[] mask, double[] infos, float[] action) {
    action[0] = rule.act(mask);
  }
}
