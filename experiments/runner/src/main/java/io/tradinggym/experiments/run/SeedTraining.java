package io.tradinggym.experiments.run;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.train.Callback;
import io.tradinggym.agents.train.Checkpoints;
import io.tradinggym.agents.train.Episodes;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.agents.train.Training;
import io.tradinggym.agents.train.TrainingRun;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.RunConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * Trains one agent on one thread. At every mark (evenly spaced over the run) it is tried on the validation episodes,
 * and policy, log and checkpoint are saved; started again, it goes on from the last mark, with the same bits as if it
 * had never been interrupted.
 */
final class SeedTraining implements Callback {
  private static final int LEAST_MARKS = 10;
  private static final int VALIDATION_LANES = 16;

  private final RunConfig config;
  private final long seed;
  private final RunFolder folder;
  private final String place;
  private final Supplier<EnvironmentLogic> learning;
  private final Supplier<EnvironmentLogic> validating;
  private final TrainingProgress progress;
  private TrainingLog log = new TrainingLog();
  private long nextMark;

  SeedTraining(
      RunConfig config,
      long seed,
      RunFolder folder,
      Supplier<EnvironmentLogic> learning,
      Supplier<EnvironmentLogic> validating,
      TrainingProgress progress) {
    this.config = config;
    this.seed = seed;
    this.folder = folder;
    this.learning = learning;
    this.validating = validating;
    this.progress = progress;
    place = "checkpoints/seed-" + seed + "/";
  }

  Trained train() {
    int lanes = config.environment().lanes();
    try (VectorEnvironment envs = Gym.vector(learning, lanes, 1, AutoReset.NEXT_STEP);
        Learner learner = config.algorithm().algorithm().start(envs, seed, 1)) {
      begin(learner);
      TrainingRun run =
          new TrainingRun(
              config.algorithm().algorithm(), learner, config.algorithm().steps(), seed);
      Training.run(run, List.of(this));
      return chosen(learner);
    } catch (ArithmeticException e) {
      throw new UserError(
          "training from seed "
              + seed
              + " stopped: "
              + e.getMessage()
              + "; if losses grew before, a smaller algorithm.learningRate may help",
          e);
    }
  }

  private void begin(Learner learner) {
    String from = config.from();
    if (from == null) {
      return;
    }
    try {
      learner.adopt(Policy.load(Path.of(from)));
    } catch (NoSuchFileException e) {
      throw new UserError("there is no policy " + from + " to begin with", e);
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError("cannot begin with the policy " + from + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void started(TrainingRun run) {
    Path checkpoint = folder.file(place + "checkpoint");
    if (Files.exists(checkpoint)) {
      try {
        Checkpoints.load(checkpoint, run);
        log =
            TrainingLog.parse(
                Files.readString(folder.file(place + "log.csv")), run.learner().steps());
      } catch (IOException e) {
        throw new UserError("cannot resume: " + e.getMessage(), e);
      }
    }
    scheduleMark(run);
  }

  private void scheduleMark(TrainingRun run) {
    long spacing =
        Math.max(1, run.totalSteps() / Math.max(LEAST_MARKS, config.evaluation().validations()));
    nextMark = Math.min((run.learner().steps() / spacing + 1) * spacing, run.totalSteps());
  }

  @Override
  public boolean iterated(TrainingRun run) {
    Learner learner = run.learner();
    boolean mark = learner.steps() >= nextMark;
    Policy policy = mark ? learner.policy() : null;
    double validation =
        policy != null && config.evaluation().validations() > 0 ? validate(policy) : Double.NaN;
    log.add(
        new TrainingLog.Row(
            learner.steps(), learner.episodes().meanReturn(), validation, learner.metrics()));
    if (policy != null) {
      save(run, policy);
      scheduleMark(run);
    }
    progress.at(seed, learner.steps(), learner.episodes().meanReturn());
    return true;
  }

  private double validate(Policy policy) {
    int episodes = config.evaluation().validationPaths();
    int lanes = Math.min(episodes, VALIDATION_LANES);
    try (VectorEnvironment envs = Gym.vector(validating, lanes, 1, AutoReset.NEXT_STEP)) {
      return Episodes.meanReturn(policy, envs, episodes, EvaluationSeeds.validation(config.seed()));
    }
  }

  /** The checkpoint last: what it stands for is there already. */
  private void save(TrainingRun run, Policy policy) {
    folder.write(place + "log.csv", log.csv());
    try {
      policy.save(policyAt(run.learner().steps()));
      Checkpoints.save(folder.file(place + "checkpoint"), run);
    } catch (IOException e) {
      throw new UserError(
          "cannot write into " + folder.file(place) + ": " + RunFolder.reason(e), e);
    }
  }

  private Path policyAt(long steps) {
    return folder.file(place + "policy-" + steps);
  }

  private Trained chosen(Learner learner) {
    TrainingLog.Row best = null;
    for (TrainingLog.Row row : log.validations()) {
      if (best == null || row.validation() > best.validation()) {
        best = row;
      }
    }
    if (best == null) {
      return new Trained(seed, learner.policy(), learner.steps(), Double.NaN, log);
    }
    try {
      return new Trained(
          seed, Policy.load(policyAt(best.steps())), best.steps(), best.validation(), log);
    } catch (IOException e) {
      throw new UserError("cannot read the policy that did best: " + e.getMessage(), e);
    }
  }
}
