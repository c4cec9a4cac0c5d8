package io.tradinggym.agents.ppo;

import io.tradinggym.agents.rollout.OnPolicyLearner;
import io.tradinggym.agents.rollout.RolloutUpdate;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Options;
import io.tradinggym.api.VectorEnvironment;

/**
 * Proximal policy optimisation: collect a rollout, then climb the clipped surrogate for a few epochs of minibatches.
 * Discrete, multi-discrete and continuous actions; action masks; memory, if it is given one; truncated episodes are
 * bootstrapped.
 *
 * @param values all its settings
 * @see <a href="https://arxiv.org/abs/1707.06347">Schulman et al. (2017)</a>
 */
public record Ppo(PpoSettings values) implements Algorithm {
  /**
   * Starts from the customary settings.
   *
   * @return a builder at the customary settings
   */
  public static PpoSettings.Builder settings() {
    return new PpoSettings.Builder();
  }

  /** {@return the customary settings} */
  public static Ppo defaults() {
    return settings().build();
  }

  @Override
  public String name() {
    return "ppo";
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
            new PpoUpdate(values, model, params, rollout, runSeed, workers);
    return new OnPolicyLearner(values.rollout(), update, envs, seed, threads);
  }
}
