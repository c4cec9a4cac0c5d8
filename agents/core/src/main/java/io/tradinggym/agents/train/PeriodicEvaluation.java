package io.tradinggym.agents.train;

import io.tradinggym.agents.nn.ParameterFile;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.VectorEnvironment;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the deterministic policy now and then, in environments that training never touches and always from the
 * same seeds, and keeps the best policy seen, for one training. With checkpoints, points and policy are part of them,
 * so that a resumed run chooses among all of its evaluations, and both lie in their folder for people to look at.
 */
public final class PeriodicEvaluation implements Callback, Resumable {
  private static final long SEED = 1_000_003;
  private static final String POLICY = "best.policy";

  private final Supplier<VectorEnvironment> envs;
  private final int times;
  private final int episodes;
  private final long seed;
  private final List<Point> points = new ArrayList<>();
  private @Nullable Path folder;
  private @Nullable Policy best;
  private double bestReturn = Double.NEGATIVE_INFINITY;
  private long nextAt;
  private boolean begun;

  /**
   * One evaluation: after so many steps, the mean return over the episodes.
   *
   * @param steps environment steps of the training so far, over all lanes
   * @param meanReturn mean undiscounted return of an episode
   */
  public record Point(long steps, double meanReturn) {}

  /**
   * An evaluation to come.
   *
   * @param envs makes the environments, closed after each use
   * @param times how often, evenly spaced over the run, &gt;= 1
   * @param episodes in each evaluation, &gt;= 1
   */
  public PeriodicEvaluation(Supplier<VectorEnvironment> envs, int times, int episodes) {
    this(envs, times, episodes, SEED);
  }

  /**
   * An evaluation to come, on episodes of one's own choice.
   *
   * @param envs makes the environments, closed after each use
   * @param times how often, evenly spaced over the run, &gt;= 1
   * @param episodes in each evaluation, &gt;= 1
   * @param seed of the evaluations' episodes, the same ones each time
   */
  public PeriodicEvaluation(Supplier<VectorEnvironment> envs, int times, int episodes, long seed) {
    if (times < 1 || episodes < 1) {
      throw new IllegalArgumentException(
          "an evaluation needs times and episodes >= 1, was " + times + ", " + episodes);
    }
    this.envs = envs;
    this.times = times;
    this.episodes = episodes;
    this.seed = seed;
  }

  /** Keeps everything in a folder of checkpoints, too. */
  void keepIn(Path checkpoints) {
    folder = checkpoints;
  }

  /**
   * Goes on where the learner stands; an evaluation that the interruption cut off is made now.
   *
   * @throws IllegalStateException if it has evaluated another training before
   */
  @Override
  public void started(TrainingRun run) {
    if (begun) {
      throw new IllegalStateException(
          "this evaluation belongs to a training before; make a new PeriodicEvaluation for each, or"
              + " give Training.evaluateOn(..)");
    }
    begun = true;
    schedule(run, points.isEmpty() ? 0 : points.getLast().steps());
    iterated(run);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(points.size());
    for (Point point : points) {
      out.writeLong(point.steps());
      out.writeDouble(point.meanReturn());
    }
    byte[] policy =
        best == null ? new byte[0] : Files.readAllBytes(requireFolder().resolve(POLICY));
    out.writeInt(policy.length);
    out.write(policy);
  }

  /** What was seen after the checkpoint is forgotten, the best of it included: it comes again. */
  @Override
  public void restore(DataInput in) throws IOException {
    points.clear();
    bestReturn = Double.NEGATIVE_INFINITY;
    for (int left = in.readInt(); left > 0; left--) {
      Point point = new Point(in.readLong(), in.readDouble());
      points.add(point);
      bestReturn = Math.max(bestReturn, point.meanReturn());
    }
    byte[] policy = new byte[in.readInt()];
    in.readFully(policy);
    if (policy.length > 0) {
      Path file = requireFolder().resolve(POLICY);
      ParameterFile.replace(file, policy);
      best = Policy.load(file);
    }
  }

  private Path requireFolder() {
    return Objects.requireNonNull(folder, "evaluations are saved with checkpoints alone");
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
      double mean = Episodes.meanReturn(policy, lanes, episodes, seed);
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
        better.save(in.resolve(POLICY));
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

  /** {@return the evaluations so far, in order} */
  public List<Point> points() {
    return List.copyOf(points);
  }

  /** {@return the evaluation that {@link #best} comes from, null before the first} */
  public @Nullable Point bestPoint() {
    Point highest = null;
    for (Point point : points) {
      highest = highest == null || point.meanReturn() > highest.meanReturn() ? point : highest;
    }
    return highest;
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

  /** {@return the policy with the best mean return so far, null before the first evaluation} */
  public @Nullable Policy best() {
    return best;
  }
}
