package io.tradinggym.agents.replay;

import io.tradinggym.agents.train.Progressive;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.api.util.Require;

/**
 * Prioritised replay: a transition is drawn with chance {@code P(i) = p_i^alpha / sum p^alpha}, {@code p_i = |error| +
 * epsilon}, and counts {@code (N P(i))^-beta} in the loss, relative to the largest of its sample. New ones come in with
 * the largest priority so far.
 *
 * @param alpha how much priorities matter, &gt;= 0; 0 = uniform
 * @param beta how far the bias is corrected, in [0, 1]; customarily rises to 1
 * @param epsilon added to each error, &gt; 0
 * @see <a href="https://arxiv.org/abs/1511.05952">Schaul et al. (2016)</a>
 */
public record Prioritization(double alpha, Schedule beta, double epsilon)
    implements Draws, Progressive {
  /** The customary one: alpha 0.6, beta from 0.4 to 1, epsilon 1e-6. */
  public static final Prioritization DEFAULT =
      new Prioritization(0.6, Schedule.linear(0.4, 1), 1e-6);

  /** Checks the ranges. */
  public Prioritization {
    Require.that(alpha >= 0, "alpha of prioritised replay must be >= 0", alpha);
    Require.that(epsilon > 0, "epsilon of prioritised replay must be > 0", epsilon);
  }

  @Override
  public boolean changes() {
    return beta.changes();
  }
}
