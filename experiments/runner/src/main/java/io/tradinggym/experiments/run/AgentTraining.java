package io.tradinggym.experiments.run;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.train.Callback;
import io.tradinggym.agents.train.Checkpoints;
import io.tradinggym.agents.train.PeriodicEvaluation;
import io.tradinggym.agents.train.TrainOption;
import io.tradinggym.agents.train.Training;
import io.tradinggym.agents.train.TrainingPool;
import io.tradinggym.agents.train.TrainingRun;
import io.tradinggym.agents.train.log.CsvSink;
import io.tradinggym.agents.train.log.MetricLog;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.RunConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Trains agents with the library's own trainer: evaluations on validation episodes, checkpoints and logs are those of
 * {@link Training}. Each agent learns on one thread by itself, so the number of threads cannot change a bit.
 */
final class AgentTraining {
  private static final int LEAST_CHECKPOINTS = 10;

  private final Experiment experiment;
  private final RunConfig config;
  private final @Nullable RunFolder folder;
  private final TrainingProgress progress;
  private final Map<Long, PeriodicEvaluation> evaluations = new ConcurrentHashMap<>();
  private final Map<Long, MemorySink> logs = new HashMap<>();

  /**
   * A training to come.
   *
   * @param folder where checkpoints and logs lie; null keeps the log in memory and goes on from nothing
   */
  AgentTraining(Experiment experiment, @Nullable RunFolder folder, TrainingProgress progress) {
    this.experiment = experiment;
    this.folder = folder;
    this.progress = progress;
    config = experiment.config();
  }

  /**
   * Trains one agent from each seed, so many at a time.
   *
   * @throws UserError if a training diverged, or its folder cannot be used
   */
  List<Trained> train(int threads, long... seeds) {
    Policy older = older();
    List<Policy> policies;
    try {
      policies =
          new TrainingPool(Math.min(threads, seeds.length))
              .train(
                  config.algorithm().algorithm(),
                  () -> experiment.learning(config.environment().lanes()),
                  seed -> options(seed, older),
                  seeds);
    } catch (IllegalStateException e) {
      throw explained(e);
    }
    List<Trained> trained = new ArrayList<>();
    for (int i = 0; i < seeds.length; i++) {
      trained.add(Trained.of(seeds[i], policies.get(i), log(seeds[i]), evaluations.get(seeds[i])));
    }
    return trained;
  }

  /** The seeds of a configuration: its own and those that follow. */
  static long[] seeds(RunConfig config) {
    return LongStream.range(config.seed(), config.seed() + config.seeds()).toArray();
  }

  private List<TrainOption> options(long seed, @Nullable Policy older) {
    List<TrainOption> options = new ArrayList<>();
    options.add(Training.steps(config.algorithm().steps()));
    if (older != null) {
      options.add(Training.from(older));
    }
    int validations = config.evaluation().validations();
    if (validations > 0) {
      PeriodicEvaluation evaluation =
          new PeriodicEvaluation(
              () -> experiment.validating(config.evaluation().validationPaths()),
              validations,
              config.evaluation().validationPaths(),
              EvaluationSeeds.validation(config.seed()));
      evaluations.put(seed, evaluation);
      options.add(Training.callback(evaluation));
    }
    if (folder == null) {
      MemorySink sink = new MemorySink();
      logs.put(seed, sink);
      options.add(Training.callback(new MetricLog(List.of(sink))));
    } else {
      int count = Math.max(LEAST_CHECKPOINTS, validations);
      options.add(Training.callback(new Checkpoints(place(folder, "checkpoints", seed), count)));
      options.add(
          Training.callback(MetricLog.in(place(folder, "training", seed), InstantSource.system())));
    }
    options.add(Training.callback(watcher(seed)));
    return options;
  }

  private static Path place(RunFolder folder, String kind, long seed) {
    return folder.file(kind + "/seed-" + seed);
  }

  /** What a training from a seed reports, line by line. */
  static Path log(RunFolder folder, long seed) {
    return place(folder, "training", seed).resolve("progress.csv");
  }

  private Callback watcher(long seed) {
    return new Callback() {
      @Override
      public boolean iterated(TrainingRun run) {
        progress.at(seed, run.learner().steps(), run.learner().episodes().meanReturn());
        return !progress.stopped();
      }
    };
  }

  private List<CsvSink.Row> log(long seed) {
    if (folder == null) {
      return Objects.requireNonNull(logs.get(seed)).rows();
    }
    try {
      return CsvSink.read(log(folder, seed));
    } catch (IOException e) {
      throw new UserError("cannot read the log of seed " + seed + ": " + e.getMessage(), e);
    }
  }

  private @Nullable Policy older() {
    String from = config.from();
    if (from == null) {
      return null;
    }
    try {
      return Policy.load(Path.of(from));
    } catch (NoSuchFileException e) {
      throw new UserError("there is no policy " + from + " to begin with", e);
    } catch (IOException e) {
      throw new UserError("cannot begin with the policy " + from + ": " + e.getMessage(), e);
    }
  }

  private RuntimeException explained(IllegalStateException failure) {
    return switch (failure.getCause()) {
      case ArithmeticException e ->
          new UserError(
              failure.getMessage()
                  + "; if losses grew before, a smaller algorithm.learningRate may help",
              e);
      case UncheckedIOException e -> new UserError("cannot resume or save: " + e.getMessage(), e);
      case IllegalArgumentException e when config.from() != null ->
          new UserError("cannot begin with the policy " + config.from() + ": " + e.getMessage(), e);
      case OutOfMemoryError e ->
          new UserError(
              failure.getMessage()
                  + "; give Java more, TRADING_GYM_HEAP=8g, or set a smaller"
                  + " algorithm.capacity, environment.lanes or algorithm.rolloutSteps",
              e);
      case RuntimeException e -> e;
      case null, default -> failure;
    };
  }
}
