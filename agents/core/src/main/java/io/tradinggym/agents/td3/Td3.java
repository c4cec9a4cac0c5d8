package io.tradinggym.agents.td3;

import io.tradinggym.agents.policy.head.BoundedBox;
import io.tradinggym.agents.replay.OffPolicyLearner;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Options;
import io.tradinggym.api.VectorEnvironment;

/**
 * Twin delayed deep deterministic policy gradients: clipped double Q-learning, delayed policy updates, smoothed target
 * policy. Continuous actions with finite bounds; truncated episodes are bootstrapped.
 *
 * @param values all its settings
 * @see <a href="https://arxiv.org/abs/1802.09477">Fujimoto et al. (2018)</a>
 */
public record Td3(Td3Settings values) implements Algorithm {
  /**
   * Starts from the customary settings.
   *
   * @return a builder at the customary settings
   */
  public static Td3Settings.Builder settings() {
    return new Td3Settings.Builder();
  }

  /** {@return the customary settings} */
  public static Td3 defaults() {
    return settings().build();
  }

  @Override
  public String name() {
    return "td3";
  }

  @Override
  public Options options() {
    return values.options();
  }

  @Override
  public void requireFits(EnvironmentSpec spec) {
    BoundedBox.of(spec.action());
  }

  @Override
  public Learner start(VectorEnvironment envs, long seed, int threads) {
    return OffPolicyLearner.start(
        values.experience(), () -> new Td3Update(values, envs, seed, threads), envs, seed);
  }
}
