package io.tradinggym.agents.train;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.Resumable;
import java.util.Map;

/**
 * A training run in progress. Its saved state holds everything that later bits depend on: environments, random streams,
 * parameters, optimiser, normalisation; restored, it goes on as if never interrupted.
 */
public interface Learner extends Resumable, AutoCloseable {
  /**
   * Collects experience and learns from it: one iteration.
   *
   * @param progress 0 at the start of the training, 1 at its end, for schedules
   * @throws ArithmeticException if something became NaN or infinite, naming the tensor and the update
   */
  void advance(double progress);

  /**
   * Begins with an older policy's network and normalisation instead of random ones; to be called before the first
   * iteration. Critics that a policy does not keep stay random.
   *
   * @param older a policy that was trained before
   * @throws IllegalArgumentException naming what differs: spaces, kind or shape
   */
  void adopt(Policy older);

  /** {@return the environment steps taken so far, over all lanes} */
  long steps();

  /** {@return the policy as it stands: a copy that no longer changes} */
  Policy policy();

  /** {@return what is known of the finished episodes, live} */
  EpisodeTracker episodes();

  /** {@return the figures of the last iteration by name, such as {@code loss/policy}; empty before the first} */
  Map<String, Double> metrics();

  @Override
  void close();
}
