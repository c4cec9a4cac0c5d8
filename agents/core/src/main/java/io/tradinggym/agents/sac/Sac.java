package io.tradinggym.agents.sac;

import io.tradinggym.agents.policy.head.BoundedBox;
import io.tradinggym.agents.replay.OffPolicyLearner;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Options;
import io.tradinggym.api.VectorEnvironment;

/**
 * Soft actor-critic: maximises reward and entropy together, with a squashed Gaussian policy, twin critics and a
 * temperature that is learned. Box actions with finite bounds; truncated episodes are bootstrapped.
 *
 * @param values all its settings
 * @see <a href="https://arxiv.org/abs/1812.05905">Haarnoja et al. (2018)</a>
 */
public record Sac(SacSettings values) implements Algorithm {
  /**
   * Starts from the customary settings.
   *
   * @return a builder at the customary settings
   */
  public static SacSettings.Builder settings() {
    return new SacSettings.Builder();
  }

  /** {@return the customary settings} */
  public static Sac defaults() {
    return settings().build();
  }

  @Override
  public String name() {
    return "sac";
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
        values.experience(), () -> new SacUpdate(values, envs, seed, threads), envs, seed);
  }
}
