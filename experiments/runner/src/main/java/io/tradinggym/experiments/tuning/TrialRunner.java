package io.tradinggym.experiments.tuning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.util.Sha256;
import io.tradinggym.experiments.FileProblem;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.evaluation.Contender;
import io.tradinggym.experiments.ledger.Entry;
import io.tradinggym.experiments.run.Experiment;
import io.tradinggym.experiments.run.RunFolder;
import io.tradinggym.experiments.run.RunTrials;
import io.tradinggym.experiments.run.TrainingPlace;
import io.tradinggym.experiments.work.Task;
import io.tradinggym.market.data.Purpose;
import io.tradinggym.market.data.Split;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Does jobs: each is a function of the configuration's text, the candidate and its number, so it can be done anywhere
 * and twice. Results lie in files of their own that appear whole; a job that was cut off goes on from its checkpoint.
 */
final class TrialRunner {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunFolder folder;
  private final String text;
  private final List<String> overrides;
  private final RunConfig base;
  private final Experiment baseExperiment;
  private final @Nullable Split split;

  TrialRunner(RunFolder folder, String text, List<String> overrides, Experiment base) {
    this.folder = folder;
    this.text = text;
    this.overrides = List.copyOf(overrides);
    this.base = base.config();
    baseExperiment = base;
    split = base.split();
  }

  /** A candidate's seed comes from its number alone, and its generation where it goes on with a policy. */
  long seed(Order order) {
    long own = seed(base.seed(), order.number());
    return order.from().isEmpty()
        ? own
        : RandomStreams.of(own).stream("generation", order.rung()).nextLong() >>> 1;
  }

  static long seed(long of, long number) {
    return RandomStreams.of(of).stream("trial", number).nextLong() >>> 1;
  }

  /** The configuration of an order. */
  RunConfig config(Order order) {
    List<String> all = new ArrayList<>(overrides);
    order.values().forEach((name, value) -> all.add(name + "=" + value));
    if (order.steps() > 0) {
      all.add("algorithm.steps=" + (order.steps() - order.spent()));
    }
    if (!order.from().isEmpty()) {
      all.add("from='" + policy(order.from()).toString().replace("'", "''") + "'");
    }
    return ConfigFile.parse(text, all, order.trial());
  }

  private Experiment experiment(Order order) {
    RunConfig config = config(order);
    boolean sameMarket =
        Objects.equals(config.market(), base.market())
            && config.environment().equals(base.environment())
            && Objects.equals(config.rule(), base.rule());
    return sameMarket && split != null ? new Experiment(config, split) : new Experiment(config);
  }

  /** The trial as the ledger knows it, whatever its budget. */
  Entry entry(Order order) {
    String run = folder.path().toAbsolutePath().normalize().toString();
    try {
      return RunTrials.entry(experiment(order.whole()), "tune", run, order.trial(), seed(order));
    } catch (UserError e) {
      // Refused settings are a trial, too.
      return RunTrials.entry(baseExperiment, "tune", run, order.trial(), seed(order))
          .with(order.values().toString());
    }
  }

  /** A job as it travels. */
  Task task(Order order) {
    String path = folder.path().toAbsolutePath().normalize().toString();
    return new Task(Tuning.COMMAND, path, order.name(), order.text());
  }

  /** Where the result of a job is. */
  Path file(Order order) {
    return folder.file("trials/" + order.name() + ".json");
  }

  /** Where the policy of a job is, if it is kept. */
  Path policy(String name) {
    return folder.file("trials/" + name + ".policy");
  }

  /** The result of a job, from its file if it is there. */
  TrialScore run(Order order) {
    String key =
        Sha256.of(order.values() + " " + order.steps() + " " + seed(order) + " " + order.from());
    Path file = file(order);
    TrialScore known = read(file);
    if (known != null && known.key().equals(key)) {
      return known;
    }
    TrialScore score;
    boolean alone = true;
    try (TrainingPlace place = TrainingPlace.in(training(order))) {
      alone = place.alone();
      Experiment experiment = experiment(order);
      Contender contender = contender(order, experiment, place.folder());
      int paths = base.evaluation().validationPaths();
      score = TrialScore.of(key, experiment.play(Purpose.VALIDATION, contender, paths));
    } catch (UserError e) {
      if (FileProblem.isOfMachine(e)) {
        throw e; // Nothing is known of the trial.
      }
      score = TrialScore.failed(key, String.valueOf(e.getMessage()));
    }
    write(file, score);
    if (alone && (order.last() || order.kept())) {
      // Nobody goes on from these checkpoints.
      TrainingPlace.delete(folder.file("trials/" + order.trial()));
      TrainingPlace.delete(folder.file("trials/" + order.name()));
    }
    return score;
  }

  private Contender contender(Order order, Experiment experiment, RunFolder training) {
    if (!order.kept()) {
      return experiment.fit(training, seed(order), (seed, steps, mean) -> {});
    }
    Policy policy = experiment.train(training, seed(order)).policy();
    Path file = policy(order.name());
    try {
      experiment.save(policy, file);
    } catch (IOException e) {
      throw new UserError("cannot write " + file + ": " + FileProblem.reason(e), e);
    }
    return Contender.of(experiment.config().algorithm().name(), policy);
  }

  /** A job of a higher rung goes on where the one before ended, unless a setting changes with the progress. */
  private Path training(Order order) {
    boolean changing =
        config(order).algorithm().settings().values().stream()
            .anyMatch(value -> value.contains(".. "));
    boolean own = changing || order.kept();
    return folder.file("trials/" + (own ? order.name() : order.trial()));
  }

  private static @Nullable TrialScore read(Path file) {
    try {
      return Files.exists(file) ? JSON.readValue(file.toFile(), TrialScore.class) : null;
    } catch (IOException e) {
      return null; // Not one of ours: the job is done again.
    }
  }

  private static void write(Path file, TrialScore score) {
    try {
      RunFolder.replace(file, JSON.writeValueAsString(score));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
