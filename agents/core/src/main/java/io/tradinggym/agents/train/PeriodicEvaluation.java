package io.tradinggym.agents.train;

import io.tradinggym.agents.nn.ParameterFile;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.VectorEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the deterministic policy now and then, in environments that training never touches and always from the same
 * seeds, and keeps the best policy seen. Beside checkpoints it keeps points and policy in their folder, so that a
 * resumed run chooses among all of its evaluations.
 */
public final class PeriodicEvaluation implements Callback {
  private static final long SEED = 1_000_003;

  private final Supplier<VectorEnvironment> envs;
  private final int times;
  private final int episodes;
  private final List<Point> points = new ArrayList<>();
  private @Nullable Path folder;
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

  /** Keeps everything in a folder of checkpoints, too. */
  void keepIn(Path checkpoints) {
    folder = checkpoints;
  }

  /** Goes on where the learner stands; an evaluation that the interruption cut off is made now. */
  @Override
  public void started(TrainingRun run) {
    if (folder != null && run.learner().steps() > 0) {
      try {
        recall(folder, run.learner().steps());
      } catch (IOException e) {
        throw new UncheckedIOException(
            "cannot read the evaluations in " + folder + ": " + e.getMessage(), e);
      }
    }
    schedule(run, points.isEmpty() ? 0 : points.getLast().steps());
    iterated(run);
  }

  /** Evaluations after the learner's step, and what they found best, come again by themselves. */
  private void recall(Path from, long steps) throws IOException {
    Path log = from.resolve("evaluations.csv");
    if (!Files.exists(log)) {
      return;
    }
    Point highest = new Point(0, Double.NEGATIVE_INFINITY);
    for (String line : Files.readAllLines(log)) {
      String[] cells = line.split(",", -1);
      Point point = new Point(Long.parseLong(cells[0]), Double.parseDouble(cells[1]));
      highest = point.meanReturn() > highest.meanReturn() ? point : highest;
      if (point.steps() <= steps) {
        points.add(point);
      }
    }
    if (highest.steps() > 0 && highest.steps() <= steps) {
      best = Policy.load(from.resolve("best.policy"));
      bestReturn = highest.meanReturn();
    }
  }

  @Override
  public boolean iterated(TrainingRun run) {
    if (run.learner().steps() >= nextAt) {
      evaluate(run);
      schedule(run, run.learner().steps());
    }
    return true;
  }

  private void schedule(TrainingRun run, long last) {
    long spacing = Math.max(1, run.totalSteps() / times);
    nextAt = (last / spacing + 1) * spacing;
  }

  private void evaluate(TrainingRun run) {
    Policy policy = run.learner().policy();
    try (VectorEnvironment lanes = envs.get()) {
      double mean = Episodes.meanReturn(policy, lanes, episodes, SEED);
      points.add(new Point(run.learner().steps(), mean));
      boolean better = mean > bestReturn;
      if (better) {
        bestReturn = mean;
        best = policy;
      }
      if (folder != null) {
        keep(folder, better ? policy : null);
      }
    }
  }

  /** The policy first: a log never speaks of what is not there. */
  private void keep(Path in, @Nullable Policy better) {
    try {
      if (better != null) {
        better.save(in.resolve("best.policy"));
      }
      StringBuilder lines = new StringBuilder();
      points.forEach(p -> lines.append(p.steps()).append(',').append(p.meanReturn()).append('\n'));
      ParameterFile.replace(
          in.resolve("evaluations.csv"), lines.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot keep the evaluations in " + in + ": " + e.getMessage(), e);
    }
  }

  /** The evaluations so far, in order. */
  public List<Point> points() {
    return List.copyOf(points);
  }

  /** How many evaluations there were after the best one. */
  int sinceBest() {
    int since = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (Point point : points) {
      since++;
      if (point.meanReturn() > highest) {
        highest = point.meanReturn();
        since = 0;
      }
    }
    return since;
  }

  /** The policy with the best mean return so far, null before the first evaluation. */
  public @Nullable Policy best() {
    return best;
  }
}
