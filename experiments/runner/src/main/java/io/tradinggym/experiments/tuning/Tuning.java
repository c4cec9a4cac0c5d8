package io.tradinggym.experiments.tuning;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.CodeVersion;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.config.SearchConfig;
import io.tradinggym.experiments.evaluation.Provenance;
import io.tradinggym.experiments.ledger.Deflation;
import io.tradinggym.experiments.ledger.Entry;
import io.tradinggym.experiments.ledger.Ledger;
import io.tradinggym.experiments.ledger.Outcome;
import io.tradinggym.experiments.ledger.Status;
import io.tradinggym.experiments.run.BacktestRun;
import io.tradinggym.experiments.run.Experiment;
import io.tradinggym.experiments.run.Run;
import io.tradinggym.experiments.run.RunFolder;
import io.tradinggym.experiments.run.RunLock;
import io.tradinggym.experiments.run.RunTrials;
import io.tradinggym.experiments.search.Parameter;
import io.tradinggym.experiments.search.RandomSearch;
import io.tradinggym.experiments.work.Workers;
import io.tradinggym.market.data.Purpose;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A search for settings. Nothing of the search itself is saved: it is a function of the configuration and of the jobs'
 * results, which are, so going on with one that was killed at any moment means to begin again and to find results
 * there. The same bits come of any number of workers.
 */
public final class Tuning {
  /** Candidates of which one at least must be a configuration that can be read. */
  private static final int ANY = 50;

  /** Its name on the command line. */
  public static final String COMMAND = "tune";

  /** Seeds of the winner begin so far from the search's own: none of its paths were seen by it. */
  private static final long FRESH = 1_000;

  private final RunFolder folder;
  private final String text;
  private final List<String> overrides;
  private final SearchConfig search;
  private final Experiment base;
  private final TrialRunner runner;
  private final Ledger ledger;

  /**
   * A trial as it stands.
   *
   * @param number of the candidate
   * @param values what was chosen
   * @param steps it was trained for
   * @param objectives what it scored; NaN if it failed
   * @param failure why; empty
   */
  public record Line(
      int number, Map<String, String> values, long steps, List<Double> objectives, String failure) {
    /** Copies both. */
    public Line {
      values = new LinkedHashMap<>(values);
      objectives = List.copyOf(objectives);
    }
  }

  /** What changes with the progress of a training would begin anew in every generation. */
  private static void requireFits(SearchConfig search, RunConfig config) {
    // Budgets are checked by who spends them, before anything is written.
    Proposer.of(search, config.seed(), config.algorithm().steps(), WarmStart.NONE);
    if (search.method() != SearchConfig.Method.PBT) {
      return;
    }
    if (config.rule() != null) {
      throw new UserError("search.method pbt trains agents, and " + config.name() + " has a rule");
    }
    List<String> chosen = search.space().parameters().stream().map(Parameter::name).toList();
    config
        .algorithm()
        .settings()
        .forEach(
            (name, value) -> {
              if (value.contains(".. ") && !chosen.contains("algorithm." + name)) {
                throw new UserError(
                    "search.method pbt needs settings that do not change by themselves; set"
                        + " algorithm."
                        + name
                        + " to a number, or let the space choose it; was "
                        + value);
              }
            });
  }

  private Tuning(Path path, String text, List<String> overrides, boolean fresh) {
    this.text = text;
    this.overrides = List.copyOf(overrides);
    RunConfig config = ConfigFile.parse(text, overrides, "configuration");
    search = SearchConfig.of(text, overrides, "configuration");
    requireFits(search, config);
    base = new Experiment(config);
    if (fresh) {
      requireSomethingToTry(search, text, overrides);
    }
    folder = fresh ? RunFolder.create(path) : RunFolder.open(path);
    runner = new TrialRunner(folder, text, overrides, base);
    ledger = Ledger.beside(folder.path());
  }

  /** Where prices come from; null where there are none. */
  @Nullable Provenance source() {
    return base.hasPrices() ? base.provenance(Purpose.VALIDATION) : null;
  }

  /** A new search; nothing is written before everything that can be checked has been checked. */
  public static Tuning start(String text, List<String> overrides, Path path) {
    Tuning tuning = new Tuning(path, text, overrides, true);
    if (tuning.search.warmStart() > 0) {
      tuning.warmStart().save(tuning.folder);
    }
    tuning.manifest("running", Map.of());
    return tuning;
  }

  private WarmStart warmStart() {
    return WarmStart.of(
        ledger.on(base.traded()), entry(base), search, values -> entry(with(values)));
  }

  private Entry entry(Experiment of) {
    return RunTrials.entry(of, COMMAND, "", "", config().seed());
  }

  private Experiment with(Map<String, String> values) {
    RunConfig changed = ConfigFile.parse(text, with(overrides, values), "configuration");
    return base.split() != null && Objects.equals(changed.market(), config().market())
        ? new Experiment(changed, base.split())
        : new Experiment(changed);
  }

  /** A space with a misspelt setting, say, would fail in every trial, and each would stand in the ledger. */
  private static void requireSomethingToTry(
      SearchConfig search, String text, List<String> overrides) {
    RandomSearch any = new RandomSearch(search.space(), RandomStreams.of(0).stream("any"));
    @Nullable UserError first = null;
    for (int i = 0; i < ANY; i++) {
      try {
        Map<String, String> values = any.ask(1).getFirst().values();
        ConfigFile.parse(text, with(overrides, values), "search.space");
        return;
      } catch (UserError e) {
        first = first == null ? e : first;
      } catch (IllegalArgumentException e) {
        throw new UserError("configuration: search: " + e.getMessage(), e);
      }
    }
    throw Objects.requireNonNull(first);
  }

  private static List<String> with(List<String> overrides, Map<String, String> values) {
    List<String> all = new ArrayList<>(overrides);
    values.forEach((name, value) -> all.add(name + "=" + value));
    return all;
  }

  /** A search that exists, finished or not. */
  public static Tuning open(Path path) {
    JsonNode manifest = RunFolder.open(path).readJson(RunFolder.MANIFEST);
    if (!manifest.path("command").asText().equals(COMMAND)) {
      throw new UserError(path + " is no search for settings");
    }
    List<String> overrides = new ArrayList<>();
    manifest.path("overrides").forEach(override -> overrides.add(override.asText()));
    return new Tuning(path, manifest.path("text").asText(), overrides, false);
  }

  /** How many earlier trials it was told when it began. */
  public int told() {
    return WarmStart.of(folder).known().size();
  }

  /** How it searches. */
  public SearchConfig search() {
    return search;
  }

  /** What it tunes. */
  public RunConfig config() {
    return base.config();
  }

  /** Where it writes. */
  public RunFolder folder() {
    return folder;
  }

  /**
   * Searches, or goes on.
   *
   * @param workers jobs at a time; the result is the same for any number
   * @param progress is told every job that is done, in a fixed order
   * @throws UserError if another process works on it, the data are not those it began with, or nothing was found
   */
  public TuningResult complete(int workers, Consumer<Line> progress) {
    try (Workers pool = new Workers(workers)) {
      return complete(pool, progress);
    }
  }

  /**
   * Searches, or goes on.
   *
   * @param pool who does the jobs; the result is the same for any
   * @param progress is told every job that is done, in a fixed order
   */
  public TuningResult complete(Workers pool, Consumer<Line> progress) {
    try (RunLock _ = RunLock.of(folder)) {
      folder.requireSameData(base.marketHashes());
      TuningCourse course = new TuningCourse(search);
      Proposer proposer =
          Proposer.of(search, config().seed(), config().algorithm().steps(), WarmStart.of(folder));
      for (List<Job> jobs = proposer.ask(); !jobs.isEmpty(); jobs = proposer.ask()) {
        List<TrialScore> scores = round(jobs, pool);
        for (int i = 0; i < jobs.size(); i++) {
          course.add(jobs.get(i), scores.get(i));
          progress.accept(course.line(jobs.get(i), scores.get(i)));
        }
        proposer.tell(jobs, scores.stream().map(score -> score.told(search)).toList());
      }
      return finish(course);
    }
  }

  /**
   * Does a job by itself, for machines.
   *
   * @param order its text
   * @return the file of its result
   */
  public Path job(String order) {
    folder.requireSameData(base.marketHashes());
    Order read = Order.read(order);
    runner.run(read);
    return runner.file(read);
  }

  private List<TrialScore> round(List<Job> jobs, Workers pool) {
    List<Order> orders = jobs.stream().map(Job::order).toList();
    List<Entry> entries = orders.stream().map(runner::entry).toList();
    ledger.begin(entries);
    List<TrialScore> scores = pool.all(orders, runner::task, runner::run);
    Map<Entry, Outcome> outcomes = new LinkedHashMap<>();
    for (int i = 0; i < jobs.size(); i++) {
      Outcome outcome = scores.get(i).outcome();
      boolean early = !jobs.get(i).last() && outcome.status() == Status.FINISHED;
      String why = "after " + jobs.get(i).steps() + " steps";
      outcomes.put(entries.get(i), early ? outcome.as(Status.PRUNED, why) : outcome);
    }
    ledger.end(outcomes);
    return scores;
  }

  private TuningResult finish(TuningCourse course) {
    Job best =
        course
            .best()
            .orElseThrow(() -> new UserError("every trial failed; the first: " + course.failure()));
    if (!course.keeps(best)) {
      throw new UserError(
          "no trial keeps the constraints "
              + search.constraints()
              + "; the nearest is trial "
              + best.candidate().number()
              + " of "
              + best.candidate().values()
              + " with "
              + course.measured(best));
    }
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("trial", best.candidate().number());
    found.put("values", best.candidate().values());
    found.put("objectives", course.score(best).objectives(search.objectives()));
    TuningResult result =
        new TuningResult(
            course.lines(),
            course.line(best),
            course.front(),
            course.deflatedSharpe(config().seed()),
            course.among(config().seed()),
            course.past(best),
            best.order().kept() ? runner.policy(best.order().name()) : null);
    manifest("searched", found);
    return result;
  }

  /** How many trials the ledger knows on the market, in a sentence. */
  String known() {
    String market = base.traded();
    return new Deflation(market, ledger.on(market).size(), Double.NaN).sentence();
  }

  /** The winner on fresh seeds: a run like any other, whose report says what it is worth among all trials. */
  public Run winner(TuningResult result) {
    Path path = folder.file("winner");
    return Files.exists(path.resolve(RunFolder.MANIFEST))
        ? Run.open(path, ledger)
        : Run.start(winnerConfig(result), path, ledger);
  }

  /**
   * The winner where it is a rule: it plays fresh paths of the test range.
   *
   * @return null if it has played them already
   */
  public BacktestRun.@Nullable Result winningRule(TuningResult result) {
    Path path = folder.file("winner");
    return Files.exists(path.resolve(RunFolder.MANIFEST))
        ? null
        : BacktestRun.of(winnerConfig(result), null, path, Purpose.TEST, ledger).complete();
  }

  /**
   * The winner where it is a policy that a population led to: it plays fresh paths of the test range.
   *
   * @return null if it has played them already
   */
  public BacktestRun.@Nullable Result winningPolicy(TuningResult result) {
    Path path = folder.file("winner");
    return Files.exists(path.resolve(RunFolder.MANIFEST))
        ? null
        : BacktestRun.of(winnerConfig(result), result.policy(), path, Purpose.TEST, ledger)
            .complete();
  }

  private RunConfig winnerConfig(TuningResult result) {
    List<String> all = with(overrides, result.best().values());
    all.add("seeds=" + search.winnerSeeds());
    all.add("seed=" + (config().seed() + FRESH));
    all.add(
        "name=" + config().name().substring(0, Math.min(50, config().name().length())) + "-winner");
    return ConfigFile.parse(text, all, "winner");
  }

  private void manifest(String state, Map<String, Object> found) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("state", state);
    content.put("command", COMMAND);
    content.put("version", CodeVersion.describe());
    content.put("configuration", config());
    content.put("text", text);
    content.put("overrides", overrides);
    content.put("data_sha256", base.marketHashes());
    content.put("best", Objects.requireNonNull(found));
    folder.writeJson(RunFolder.MANIFEST, content);
  }
}
