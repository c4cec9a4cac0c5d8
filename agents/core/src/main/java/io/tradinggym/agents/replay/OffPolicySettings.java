package io.tradinggym.agents.replay;

import io.tradinggym.api.util.Require;
import org.jspecify.annotations.Nullable;

/**
 * How off-policy algorithms collect experience and draw from it.
 *
 * @param capacity steps that the replay holds, over all lanes; an episode takes one more than its steps
 * @param memory bytes of observations, and of actions, above which they lie in a temporary file, mapped into memory
 * @param learningStarts environment steps, over all lanes, with random actions before anything is learned, &gt;= 0
 * @param trainEvery steps per lane and iteration, &gt;= 1
 * @param gradientSteps samples learned from in each iteration, &gt;= 0; 0 = as many as there are lanes
 * @param batch transitions in a sample, &gt;= 1
 * @param gamma discount, in (0, 1]
 * @param nStep rewards that a target takes from experience before it trusts the critic, &gt;= 1
 * @param draws what samples favour, null for uniform ones
 * @param normalizeObservations by running mean and deviation, kept with the policy
 */
public record OffPolicySettings(
    int capacity,
    long memory,
    long learningStarts,
    int trainEvery,
    int gradientSteps,
    int batch,
    double gamma,
    int nStep,
    @Nullable Draws draws,
    boolean normalizeObservations) {
  /** A gigabyte: what a replay takes of the memory before it moves to a file. */
  public static final long DEFAULT_MEMORY = 1L << 30;

  /** Checks the ranges. */
  public OffPolicySettings {
    Require.that(capacity >= 3, "capacity must be >= 3", capacity);
    Require.that(memory >= 0, "memory must be >= 0", memory);
    Require.that(learningStarts >= 0, "learningStarts must be >= 0", learningStarts);
    Require.that(trainEvery >= 1, "trainEvery must be >= 1", trainEvery);
    Require.that(gradientSteps >= 0, "gradientSteps must be >= 0", gradientSteps);
    Require.that(batch >= 1, "batch must be >= 1", batch);
    Require.that(gamma > 0 && gamma <= 1, "gamma must be in (0, 1]", gamma);
    Require.that(nStep >= 1, "nStep must be >= 1", nStep);
  }
}
