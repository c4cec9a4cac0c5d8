package io.tradinggym.agents.a2c;

import io.tradinggym.agents.rollout.OnPolicyLearner;
import io.tradinggym.agents.rollout.RolloutUpdate;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Options;
import io.tradinggym.api.VectorEnvironment;

/**
 * Advantage actor-critic, the synchronous form: a few steps in every lane, then one step up the policy gradient.
 * Discrete, multi-discrete and continuous actions; action masks; truncated episodes are bootstrapped.
 *
 * @param values all its settings
 * @see <a href="https://arxiv.org/abs/1602.01783">Mnih et al. (2016)</a>
 */
public record A2c(A2cSettings values) implements Algorithm {
  /**
   * Starts from the customary settings.
   *
   * @return a builder at the customary settings
   */
  public static A2cSettings.Builder settings() {
    return new A2cSettings.Builder();
  }

  /** {@return the customary settings} */
  public static A2c defaults() {
    return settings().build();
  }

  @Override
  public String name() {
    return "a2c";
  }

  @Override
  public Options options() {
    return values.options();
  }

  @Override
  public void requireFits(EnvironmentSpec spec) {
    values.rollout().requireFits(spec);
  }

  @Override
  public Learner start(VectorEnvironment envs, long seed, int threads) {
    RolloutUpdate.Maker update =
        (model, params, rollout, runSeed, workers) ->
            new A2cUpdate(values, model, params, rollout, workers);
    return new OnPolicyLearner(values.rollout(), update, envs, seed, threads);
  }
}
