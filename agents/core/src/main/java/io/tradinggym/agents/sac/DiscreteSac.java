package io.tradinggym.agents.sac;

import io.tradinggym.agents.policy.Greedy;
import io.tradinggym.agents.replay.OffPolicyLearner;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Options;
import io.tradinggym.api.VectorEnvironment;

/**
 * Soft actor-critic for discrete actions: what the continuous one draws, this one sums over all choices. Action masks,
 * in the policy and in the targets; truncated episodes are bootstrapped.
 *
 * @param values all its settings; the target of the entropy is {@link SacSettings#entropyShare}
 * @see <a href="https://arxiv.org/abs/1910.07207">Christodoulou (2019)</a>
 */
public record DiscreteSac(SacSettings values) implements Algorithm {
  /** Checks that the settings are for discrete actions. */
  public DiscreteSac {
    if (values.gsde() != null) {
      throw new IllegalArgumentException("gsde is for continuous actions, was " + values.gsde());
    }
  }

  /**
   * Starts from the customary settings.
   *
   * @return a builder at the customary settings
   */
  public static SacSettings.Builder settings() {
    return new SacSettings.Builder();
  }

  /** {@return the customary settings} */
  public static DiscreteSac defaults() {
    return settings().buildDiscrete();
  }

  @Override
  public String name() {
    return "discrete-sac";
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
        values.experience(), () -> new DiscreteSacUpdate(values, envs, seed, threads), envs, seed);
  }
}
