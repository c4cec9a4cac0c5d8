package io.tradinggym.experiments.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.evaluation.Arena;
import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.evaluation.Provenance;
import io.tradinggym.experiments.ledger.Deflation;
import io.tradinggym.experiments.ledger.Entry;
import io.tradinggym.experiments.ledger.Ledger;
import io.tradinggym.experiments.ledger.Outcome;
import io.tradinggym.experiments.ledger.Status;
import io.tradinggym.experiments.work.Task;
import io.tradinggym.experiments.work.Workers;
import io.tradinggym.market.data.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** A run from configuration to results. */
public final class Run {
  /** Its name on the command line. */
  public static final String COMMAND = "train";

  private final RunFolder folder;
  private final Experiment experiment;
  private final Ledger ledger;
  private @Nullable Deflation deflation;

  private Run(RunFolder folder, Experiment experiment, Ledger ledger) {
    this.folder = folder;
    this.experiment = experiment;
    this.ledger = ledger;
  }

  /** A new run; nothing is written before everything that can be checked has been checked. */
  public static Run start(RunConfig config, Path path) {
    return start(config, path, Ledger.beside(path));
  }

  /** A new run, entered into a ledger that lies elsewhere. */
  public static Run start(RunConfig config, Path path, Ledger ledger) {
    config.requireAgent();
    Experiment experiment = new Experiment(config);
    Run run = new Run(RunFolder.create(path), experiment, ledger);
    run.folder.writeJson(RunFolder.MANIFEST, new Manifest(experiment).content());
    return run;
  }

  /** A run that exists, finished or not. */
  public static Run open(Path path) {
    return open(path, Ledger.beside(path));
  }

  /** A run that exists, entered into a ledger that lies elsewhere. */
  public static Run open(Path path, Ledger ledger) {
    RunFolder folder = RunFolder.open(path);
    JsonNode configuration = folder.readJson(RunFolder.MANIFEST).path("configuration");
    RunConfig config =
        ConfigFile.parse(
            configuration.toString(), List.of(), folder.file(RunFolder.MANIFEST).toString());
    return new Run(folder, new Experiment(config), ledger);
  }

  /** Its folder. */
  public RunFolder folder() {
    return folder;
  }

  /** Where the prices of its test come from. */
  public Provenance provenance() {
    return experiment.provenance(Purpose.TEST);
  }

  /** What was repaired in the files of its market, a line each. */
  public List<String> repairs() {
    return experiment.repairs();
  }

  /** What it was told. */
  public RunConfig config() {
    return experiment.config();
  }

  /**
   * Trains (or goes on training), evaluates, and writes everything.
   *
   * @throws Stopped if the progress was told to stop: what was learned is saved, and the run goes on another time
   * @throws UserError if another process works on the run, or the data are not those it began with
   */
  public Evaluation complete(int threads, TrainingProgress progress) {
    try (RunLock _ = RunLock.of(folder)) {
      folder.requireSameData(experiment.marketHashes());
      List<Entry> entries = entries();
      ledger.begin(entries);
      try {
        List<Trained> agents = experiment.train(folder, threads, progress);
        if (progress.stopped()) {
          throw new Stopped(folder);
        }
        progress.trained();
        return judge(agents, entries);
      } catch (Stopped e) {
        RunTrials.end(ledger, entries, Outcome.of(Status.INTERRUPTED, "told to stop"));
        throw e;
      } catch (RuntimeException e) {
        throw RunTrials.failed(ledger, entries, e);
      }
    }
  }

  /**
   * Has machines do the trainings, which {@link #complete} then finds done.
   *
   * @param machines who trains; the result is the same for any
   */
  public void trainOn(Workers machines) {
    List<Long> seeds = LongStream.of(AgentTraining.seeds(config())).boxed().toList();
    String path = folder.path().toAbsolutePath().normalize().toString();
    try (RunLock _ = RunLock.of(folder)) {
      folder.requireSameData(experiment.marketHashes());
      ledger.begin(entries());
      machines.all(seeds, seed -> new Task(COMMAND, path, seed.toString(), ""), seed -> seed);
    }
  }

  /**
   * Trains from one seed, for machines: what it leaves is found by {@link #complete}.
   *
   * @return the log of the training
   */
  public Path trainOnly(long seed) {
    folder.requireSameData(experiment.marketHashes());
    experiment.train(folder, seed);
    return AgentTraining.log(folder, seed);
  }

  private List<Entry> entries() {
    return LongStream.of(AgentTraining.seeds(config()))
        .mapToObj(seed -> entry(experiment, COMMAND, "seed-" + seed, seed))
        .toList();
  }

  private Entry entry(Experiment of, String command, String trial, long seed) {
    String path = folder.path().toAbsolutePath().normalize().toString();
    return RunTrials.entry(of, command, path, trial, seed);
  }

  /** What the result is worth as the best of all trials on its market; empty before the run is complete. */
  public Optional<Deflation> deflation() {
    return Optional.ofNullable(deflation);
  }

  private Evaluation judge(List<Trained> agents, List<Entry> entries) {
    ResultFiles results = new ResultFiles(folder);
    results.policies(agents, experiment);
    Manifest manifest = new Manifest(experiment);
    manifest.trials(agents);
    folder.writeJson(RunFolder.MANIFEST, manifest.content());
    Journal journal = new Journal();
    ResultFiles.journal(journal, agents);
    Evaluation evaluation;
    try (EpisodeFiles episodes =
        new EpisodeFiles(
            folder, journal, config().algorithm().name(), AgentTraining.seeds(config()))) {
      evaluation = experiment.evaluate(agents.stream().map(Trained::policy).toList(), episodes);
      episodes.finish();
    }
    results.metrics(evaluation);
    String hash = results.finish(journal, evaluation);
    RunTrials.end(ledger, entries, evaluation);
    Deflation worth =
        RunTrials.deflation(ledger, experiment, evaluation, ResultFiles.chosen(agents));
    deflation = worth;
    RunReport.write(folder, experiment, Purpose.TEST, agents, evaluation, hash, worth);
    manifest.finished(hash, worth);
    folder.writeJson(RunFolder.MANIFEST, manifest.content());
    return evaluation;
  }

  /**
   * Plays the agents of a finished run again.
   *
   * @param overrides of the configuration, such as {@code seed=8} (other unseen paths) or {@code evaluation.paths=500};
   *     what was trained stays what it was
   */
  public Evaluation evaluate(List<String> overrides) {
    List<Policy> policies = new ArrayList<>();
    for (int i = 0; i < config().seeds(); i++) {
      policies.add(policy(config().seed() + i));
    }
    RunConfig asked = ConfigFile.parse(configuration(), overrides, "evaluate");
    Experiment judged =
        new Experiment(asked, MarketSource.split(asked), policyFile(config().seed()));
    for (int i = 0; i < policies.size(); i++) {
      judged.requireFits(policies.get(i), "policies/seed-" + (config().seed() + i));
    }
    recordOpening();
    return judge(judged, policies);
  }

  /**
   * A look at other paths is a trial; at the same ones it is none. Where nothing can be written it is told, and not
   * counted.
   */
  private Evaluation judge(Experiment judged, List<Policy> policies) {
    if (!Files.isWritable(ledger.path().toAbsolutePath().getParent())) {
      return judged.evaluate(policies);
    }
    List<Entry> entries = new ArrayList<>();
    for (Entry trained : entries()) {
      Entry look = entry(judged, "evaluate", trained.trial(), trained.seed());
      if (!look.configuration().equals(trained.configuration())) {
        entries.add(look);
      }
    }
    if (!entries.isEmpty()) {
      ledger.begin(entries);
    }
    Evaluation evaluation = judged.evaluate(policies);
    if (!entries.isEmpty()) {
      RunTrials.end(ledger, entries, evaluation);
    }
    String sentence = RunTrials.deflation(ledger, judged, evaluation, chosen()).sentence();
    return evaluation.withFacts(Map.of(Evaluation.LEDGER, sentence));
  }

  /** Number of the seed whose policy was chosen on validation episodes. */
  private int chosen() {
    int best = 0;
    double highest = Double.NaN;
    JsonNode trials = folder.readJson(RunFolder.MANIFEST).at("/ledger/trials");
    for (int i = 0; i < trials.size(); i++) {
      double score = trials.path(i).path("validation").asDouble(Double.NaN);
      if (score > highest || Double.isNaN(highest)) {
        best = i;
        highest = score;
      }
    }
    return best;
  }

  /**
   * The policy that a finished run left of a seed.
   *
   * @throws UserError if there is none
   */
  public Policy policy(long seed) {
    if (config().rule() != null) {
      throw new UserError(
          folder().path()
              + " judged the rule "
              + config().rule().name()
              + ", no trained agent: there is no policy in it");
    }
    Path file = policyFile(seed);
    try {
      return Policy.load(file);
    } catch (NoSuchFileException e) {
      throw new UserError("there is no policy " + file + "; was the run finished?", e);
    } catch (IOException e) {
      throw new UserError("cannot read a policy: " + e.getMessage(), e);
    }
  }

  /** Where the policy of a seed is. */
  public Path policyFile(long seed) {
    return folder.file("policies/seed-" + seed);
  }

  /** The test paths as the run's agents played them, for whoever looks at an episode again. */
  public Arena judging() {
    return experiment.arena(Purpose.TEST);
  }

  /** One lane to play in on the training range, without autoreset; the caller closes it. */
  public VectorEnvironment lane() {
    return experiment.lane();
  }

  /** Paths of the training range, for whoever asks what is usual. */
  public Arena usual() {
    return experiment.usual();
  }

  private String configuration() {
    return folder.readJson(RunFolder.MANIFEST).path("configuration").toString();
  }

  /** The test was opened once more; who chooses by its result has to count that. */
  private void recordOpening() {
    if (!Files.isWritable(folder.path())) {
      System.err.println(
          "note: "
              + folder.path()
              + " cannot be written, so its manifest does not count this look at the test");
      return;
    }
    if (folder.readJson(RunFolder.MANIFEST) instanceof ObjectNode manifest
        && manifest.path("ledger") instanceof ObjectNode ledger) {
      ledger.put("test_opened", ledger.path("test_opened").asInt() + 1);
      folder.writeJson(RunFolder.MANIFEST, manifest);
    }
  }
}
