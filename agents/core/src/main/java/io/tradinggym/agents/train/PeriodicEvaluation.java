package io.tradinggym.agents.train;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.VectorEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the deterministic policy now and then, in environments that training never touches and always from the same
 * seeds, and keeps the best policy seen.
 */
public final class PeriodicEvaluation implements Callback {
  private static final long SEED = 1_000_003;

  private final Supplier<VectorEnvironment> envs;
  private final int times;
  private final int episodes;
  private final List<Point> points = new ArrayList<>();
  private @Nullable Policy best;
  private double bestReturn = Double.NEGATIVE_INFINITY;
  private long nextAt;

  /** One evaluation: after so many steps, the mean return over the episodes. */
  public record Point(long steps, double meanReturn) {}

  /**
   * An evaluation to come.
   *
   * @param envs makes the environments, closed after each use
   * @param times how often, evenly spaced over the run
   * @param episodes in each evaluation
   */
  public PeriodicEvaluation(Supplier<VectorEnvironment> envs, int times, int episodes) {
    this.envs = envs;
    this.times = times;
    this.episodes = episodes;
  }

  @Override
  public void started(TrainingRun run) {
    schedule(run);
  }

  @Override
  public boolean iterated(TrainingRun run) {
    if (run.learner().steps() >= nextAt) {
      evaluate(run);
      schedule(run);
    }
    return true;
  }

  private void schedule(TrainingRun run) {
    long spacing = Math.max(1, run.totalSteps() / times);
    nextAt = (run.learner().steps() / spacing + 1) * spacing;
  }

  private void evaluate(TrainingRun run) {
    Policy policy = run.learner().policy();
    try (VectorEnvironment lanes = envs.get()) {
      double mean = Episodes.meanReturn(policy, lanes, episodes, SEED);
      points.add(new Point(run.learner().steps(), mean));
      if (mean > bestReturn) {
        bestReturn = mean;
        best = policy;
      }
    }
  }

  /** The evaluations so far, in order. */
  public List<Point> points() {
    return List.copyOf(points);
  }

  /** The policy with the best mean return so far, null before the first evaluation. */
  public @Nullable Policy best() {
    return best;
  }
}
