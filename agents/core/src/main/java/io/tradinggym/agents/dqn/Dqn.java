package io.tradinggym.agents.dqn;

import io.tradinggym.agents.policy.Greedy;
import io.tradinggym.agents.replay.OffPolicyLearner;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Options;
import io.tradinggym.api.VectorEnvironment;

/**
 * Deep Q-learning with a replay and a target network. Discrete actions; action masks, in exploration, in targets and in
 * the policy; truncated episodes are bootstrapped.
 *
 * @param values all its settings
 * @see <a href="https://www.nature.com/articles/nature14236">Mnih et al. (2015)</a>
 */
public record Dqn(DqnSettings values) implements Algorithm {
  /**
   * Starts from the customary settings.
   *
   * @return a builder at the customary settings
   */
  public static DqnSettings.Builder settings() {
    return new DqnSettings.Builder();
  }

  /** {@return the customary settings} */
  public static Dqn defaults() {
    return settings().build();
  }

  @Override
  public String name() {
    return "dqn";
  }

  @Override
  public Options options() {
    return values.options();
  }

  @Override
  public void requireFits(EnvironmentSpec spec) {
    Greedy.requireDiscrete(spec.action());
  }

  @Override
  public Learner start(VectorEnvironment envs, long seed, int threads) {
    return OffPolicyLearner.start(
        values.experience(), () -> new DqnUpdate(values, envs, seed, threads), envs, seed);
  }
}
