package io.tradinggym.agents.rollout;

import io.tradinggym.agents.policy.ActorCriticShape;
import io.tradinggym.agents.policy.head.ActionHead;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.util.Require;

/**
 * How on-policy algorithms collect experience.
 *
 * @param steps per lane and iteration, &gt;= 1
 * @param gamma discount, in (0, 1]
 * @param lambda of generalised advantage estimation, in [0, 1]; 1 = returns over all steps to come
 * @param normalizeObservations by running mean and deviation, kept with the policy
 * @param normalizeRewards by the deviation of the discounted return
 * @param model what actor and critic are built of
 */
public record RolloutSettings(
    int steps,
    double gamma,
    double lambda,
    boolean normalizeObservations,
    boolean normalizeRewards,
    ActorCriticShape model) {
  /** Checks the ranges. */
  public RolloutSettings {
    Require.that(steps >= 1, "rolloutSteps must be >= 1", steps);
    Require.that(gamma > 0 && gamma <= 1, "gamma must be in (0, 1]", gamma);
    Require.that(lambda >= 0 && lambda <= 1, "lambda must be in [0, 1]", lambda);
    int sequence = model.sequence(steps);
    Require.that(
        steps % sequence == 0, "rolloutSteps must be a multiple of the memory's steps", sequence);
  }

  /**
   * Returns if an actor-critic of this shape can act in an environment.
   *
   * @param spec of the environment: id, spaces, whether it masks
   * @throws IllegalArgumentException naming the space
   */
  public void requireFits(EnvironmentSpec spec) {
    ActionHead.of(spec.action(), 1, model.gsde());
  }
}
