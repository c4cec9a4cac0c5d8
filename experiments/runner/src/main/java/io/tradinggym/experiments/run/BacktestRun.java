package io.tradinggym.experiments.run;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.experiments.CodeVersion;
import io.tradinggym.experiments.FileProblem;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.RuleConfig;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.evaluation.Contender;
import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.ledger.Deflation;
import io.tradinggym.experiments.ledger.Entry;
import io.tradinggym.experiments.ledger.Ledger;
import io.tradinggym.experiments.ledger.Outcome;
import io.tradinggym.market.data.Purpose;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A backtest: a rule, or a policy that is there already, plays a range of a market in the same environment, on the same
 * exchange and with the same trace as agents that are trained, and leaves a run's folder.
 */
public final class BacktestRun {
  private final Experiment experiment;
  private final RunFolder folder;
  private final Purpose range;
  private final Ledger ledger;
  private final Contender contender;
  private final Map<String, String> played;

  /**
   * What came of it.
   *
   * @param evaluation the contender and the controls
   * @param worth as the best of all trials on the market
   */
  public record Result(Evaluation evaluation, Deflation worth) {}

  private BacktestRun(
      Experiment experiment,
      RunFolder folder,
      Purpose range,
      Contender contender,
      Map<String, String> played,
      Ledger ledger) {
    this.played = played;
    this.experiment = experiment;
    this.folder = folder;
    this.range = range;
    this.contender = contender;
    this.ledger = ledger;
  }

  /**
   * A backtest to come; nothing is written before what can be checked has been checked.
   *
   * @param config whose rule plays, unless a policy is given
   * @param policy file of a policy; null for the rule
   * @param path folder to write into
   * @param range that is played
   */
  public static BacktestRun of(RunConfig config, @Nullable Path policy, Path path, Purpose range) {
    return of(config, policy, path, range, Ledger.beside(path));
  }

  /** The same, entered into a ledger that lies elsewhere. */
  public static BacktestRun of(
      RunConfig config, @Nullable Path policy, Path path, Purpose range, Ledger ledger) {
    Experiment experiment = new Experiment(config);
    Contender contender = contender(experiment, policy);
    Map<String, String> played = played(policy);
    return new BacktestRun(experiment, RunFolder.create(path), range, contender, played, ledger);
  }

  /**
   * What tells the ledger which policy plays, its bytes: another one is another trial under the same name.
   *
   * @param policy file of a policy; null for a rule, which the configuration names
   */
  public static Map<String, String> played(@Nullable Path policy) {
    return policy == null ? Map.of() : Map.of("policy", RunTrials.hash(policy));
  }

  /**
   * Who plays.
   *
   * @param policy file of a policy; null for the configuration's rule
   * @throws UserError if there is neither, or the policy does not fit
   */
  public static Contender contender(Experiment experiment, @Nullable Path policy) {
    RuleConfig rule = experiment.config().rule();
    if (policy == null) {
      if (rule == null) {
        throw new UserError(
            "a backtest needs somebody who trades: a rule, such as --set"
                + " rule.name=moving-average-cross, or --policy RUN/policy");
      }
      return Contender.of(rule.name(), rule.rule());
    }
    try {
      Policy read = Policy.load(policy);
      experiment.requireFits(read, policy.toString());
      return Contender.of("policy", read);
    } catch (IOException e) {
      throw new UserError("cannot read the policy " + policy + ": " + FileProblem.reason(e), e);
    }
  }

  /** What was repaired in the files of its market, a line each. */
  public List<String> repairs() {
    return experiment.repairs();
  }

  /** Plays, and writes everything. */
  public Result complete() {
    String name = range.name().toLowerCase(Locale.ROOT);
    Entry entry =
        RunTrials.entry(
            experiment,
            "backtest",
            folder.path().toAbsolutePath().normalize().toString(),
            name,
            experiment.config().seed(),
            played);
    ledger.begin(List.of(entry));
    manifest("running", null);
    try {
      Result result = play(entry);
      manifest("finished", result);
      return result;
    } catch (RuntimeException e) {
      ledger.end(entry, Outcome.failed(e));
      throw e;
    }
  }

  private Result play(Entry entry) {
    Journal journal = new Journal();
    Evaluation evaluation;
    try (EpisodeFiles episodes =
        new EpisodeFiles(folder, journal, contender.title(), new long[] {entry.seed()})) {
      evaluation = experiment.play(range, List.of(contender), episodes);
      episodes.finish();
    }
    ResultFiles results = new ResultFiles(folder);
    results.metrics(evaluation);
    String hash = results.finish(journal, evaluation);
    RunTrials.end(ledger, List.of(entry), evaluation);
    Deflation worth = RunTrials.deflation(ledger, experiment, evaluation, 0);
    RunReport.write(folder, experiment, range, List.of(), evaluation, hash, worth);
    return new Result(evaluation, worth);
  }

  private void manifest(String state, @Nullable Result result) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("state", state);
    content.put("command", "backtest");
    content.put("range", range.name().toLowerCase(Locale.ROOT));
    content.put("version", CodeVersion.describe());
    content.put("configuration", experiment.config());
    content.putAll(Manifest.data(experiment));
    if (result != null) {
      content.put("all_trials", Manifest.worth(result.worth()));
    }
    folder.writeJson(RunFolder.MANIFEST, content);
  }
}
