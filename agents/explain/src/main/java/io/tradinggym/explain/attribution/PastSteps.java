package io.tradinggym.explain.attribution;

import io.tradinggym.agents.policy.Actor;
import io.tradinggym.agents.policy.Policy;

/**
 * Which past observation a policy with a memory decides by: each step of the episode is hidden in turn, the policy
 * lives through the episode again, and the margin of the last decision is compared. What a gate or an attention shows
 * is not asked: weights are no reasons.
 *
 * @see <a href="https://arxiv.org/abs/1902.10186">Jain and Wallace (2019), Attention is not explanation</a>
 */
public final class PastSteps {
  private final Policy policy;
  private final PolicyMargin margin;

  /**
   * A policy with a memory, made of a network.
   *
   * @param policy made of a network, with a memory
   * @throws IllegalArgumentException if the policy remembers nothing
   */
  public PastSteps(Policy policy) {
    if (!policy.remembers()) {
      throw new IllegalArgumentException("the policy remembers nothing of past steps");
    }
    this.policy = policy;
    margin = new PolicyMargin(policy, 1);
  }

  /** {@return the margin, for {@link PolicyMargin#choose}} */
  public PolicyMargin margin() {
    return margin;
  }

  /**
   * {@return what the margin of the last decision loses when each step is hidden; the last entry is the present itself}
   *
   * @param observations of an episode from its beginning to the decision, one a step
   * @param baseline what a hidden observation is set to, as long as one
   */
  public Contributions of(float[][] observations, float[] baseline) {
    double full = hiding(observations, 0, 0, baseline);
    double[] parts = new double[observations.length];
    for (int step = 0; step < parts.length; step++) {
      parts[step] = full - hiding(observations, step, step + 1, baseline);
    }
    return new Contributions(parts, full - hiding(observations, 0, parts.length, baseline));
  }

  /** The margin when the steps from one to another are hidden. */
  private double hiding(float[][] observations, int from, int to, float[] baseline) {
    Actor actor = policy.actor(1);
    float[] memory = new float[actor.memorySize()];
    float[] action = new float[policy.actionSpace().size()];
    int last = observations.length - 1;
    for (int step = 0; step < last; step++) {
      actor.act(shown(observations, step, from, to, baseline), new boolean[0], 1, action);
    }
    actor.saveMemory(memory);
    margin.remember(memory);
    return margin.at(shown(observations, last, from, to, baseline));
  }

  private static float[] shown(
      float[][] observations, int step, int from, int to, float[] baseline) {
    return step >= from && step < to ? baseline : observations[step];
  }
}
