package io.tradinggym.experiments.validation;

import io.tradinggym.api.util.Sha256;
import io.tradinggym.data.split.CombinatorialPurged;
import io.tradinggym.data.split.Purging;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.CrossValidationConfig;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.ledger.Deflation;
import io.tradinggym.experiments.ledger.Entry;
import io.tradinggym.experiments.ledger.Outcome;
import io.tradinggym.experiments.run.RunFolder;
import io.tradinggym.experiments.run.RunLock;
import io.tradinggym.experiments.run.WholeHistory;
import io.tradinggym.experiments.work.Workers;
import io.tradinggym.market.data.HistoryWindows;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Split;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Combinatorial purged cross-validation over trained agents: history in N groups, every k of them tested by agents that
 * learned from all others, purged and embargoed; each group is tested often enough to make several whole paths through
 * history, so that there is a distribution of Sharpe ratios and drawdowns where a single backtest has one number.
 * Training episodes are windows that lie in one run of training bars with all that they look back on.
 *
 * @see <a href="https://www.wiley.com/en-us/p/9781119482086">Lopez de Prado (2018), 12.3</a>
 */
public final class CrossValidationRun {
  /** Its name on the command line. */
  public static final String COMMAND = "cross-validate";

  private final HistoryCommandRun run;
  private final CrossValidationConfig cut;
  private final CombinatorialPurged split;
  private final PieceRunner pieces;

  private CrossValidationRun(HistoryCommandRun run) {
    this.run = run;
    cut = CrossValidationConfig.of(run.text, run.overrides, "configuration");
    split =
        new CombinatorialPurged(
            cut.groups(), cut.tested(), new Purging(cut.purge(), cut.embargo()));
    pieces = new PieceRunner(run.folder, run.text, run.overrides, false);
  }

  /** A new validation; nothing is written before everything that can be checked has been checked. */
  public static CrossValidationRun start(String text, List<String> overrides, Path path) {
    new CrossValidationRun(new HistoryCommandRun(COMMAND, new RunFolder(path), text, overrides));
    RunFolder folder = RunFolder.create(path);
    CrossValidationRun validation =
        new CrossValidationRun(new HistoryCommandRun(COMMAND, folder, text, overrides));
    validation.run.manifest("running", Map.of());
    return validation;
  }

  /** A validation that exists, finished or not. */
  public static CrossValidationRun open(Path path) {
    return new CrossValidationRun(HistoryCommandRun.open(COMMAND, path));
  }

  /** Whether it does what a configuration asks for. */
  public boolean does(String text, List<String> overrides) {
    return run.config.equals(ConfigFile.parse(text, overrides, "configuration"))
        && cut.equals(CrossValidationConfig.of(text, overrides, "configuration"));
  }

  /** What is validated. */
  public RunConfig config() {
    return run.config;
  }

  /** Where it writes. */
  public RunFolder folder() {
    return run.folder;
  }

  /** Trainings in all. */
  public int trainings() {
    return split.combinations().size() * run.seeds().length;
  }

  /**
   * Validates, or goes on.
   *
   * @param workers trainings at a time; the result is the same for any number
   * @param progress is told every training that is done
   */
  public CrossValidationResult complete(int workers, Consumer<String> progress) {
    try (Workers pool = new Workers(workers)) {
      return complete(pool, progress);
    }
  }

  /**
   * Validates, or goes on.
   *
   * @param pool who trains; the result is the same for any
   * @param progress is told every training that is done
   */
  public CrossValidationResult complete(Workers pool, Consumer<String> progress) {
    try (RunLock _ = RunLock.of(run.folder)) {
      ReplayMarket whole = WholeHistory.of(run.config, cut.bars());
      List<Entry> entries = run.entries(pieces.config(), whole, cut);
      return run.tried(entries, () -> finish(whole, all(whole, pool, progress), entries));
    }
  }

  /**
   * Does a piece by itself, for machines.
   *
   * @param name of the piece
   * @return the file of its result
   */
  public Path piece(String name) {
    ReplayMarket whole = WholeHistory.of(run.config, cut.bars());
    for (long seed : run.seeds()) {
      for (int i = 0; i < split.combinations().size(); i++) {
        if (name(i, seed).equals(name)) {
          pieces.run(piece(whole, split.combinations().get(i), i, seed));
          return pieces.file(name);
        }
      }
    }
    throw new IllegalArgumentException(run.folder.path() + " has no " + name);
  }

  /** [seed][split] */
  private List<List<PieceResult>> all(ReplayMarket whole, Workers pool, Consumer<String> progress) {
    List<Piece> all = new ArrayList<>();
    List<int[]> combinations = split.combinations();
    for (long seed : run.seeds()) {
      for (int i = 0; i < combinations.size(); i++) {
        all.add(piece(whole, combinations.get(i), i, seed));
      }
    }
    List<PieceResult> done = pieces.all(pool, all, run::task, progress);
    List<List<PieceResult>> bySeed = new ArrayList<>();
    for (int from = 0; from < done.size(); from += combinations.size()) {
      bySeed.add(done.subList(from, from + combinations.size()));
    }
    return bySeed;
  }

  private static String name(int number, long seed) {
    return "split-" + (number + 1) + "-seed-" + seed;
  }

  private Piece piece(ReplayMarket whole, int[] chosen, int number, long seed) {
    int rows = whole.data().length();
    List<ReplayMarket> tests = new ArrayList<>();
    for (int group : chosen) {
      // From the close before its first bar on, so that no bar falls between two groups.
      tests.add(
          whole.between(Math.max(0, start(rows, group) - 1), start(rows, group + 1), history()));
    }
    if (run.config.rule() != null) {
      ReplayMarket any = tests.getFirst(); // Nothing is learned.
      return new Piece(name(number, seed), seed, any, any, tests, null);
    }
    List<HistoryWindows.Run> runs = runs(split.split(rows).get(number).train());
    try {
      HistoryWindows train = new HistoryWindows(whole.data(), whole.barsPerYear(), runs);
      // Nothing is chosen, so the second range is never played.
      return new Piece(name(number, seed), seed, train, tests.getFirst(), tests, null);
    } catch (IllegalArgumentException e) {
      throw new UserError("crossValidation: " + e.getMessage(), e);
    }
  }

  private int start(int rows, int group) {
    return group * (rows / cut.groups()) + Math.min(group, rows % cut.groups());
  }

  private int history() {
    int warmUp = run.config.rule() == null ? 0 : run.config.rule().rule().warmUp();
    return Math.max(Split.HISTORY, warmUp);
  }

  /** Rows in a row. */
  static List<HistoryWindows.Run> runs(int[] rows) {
    List<HistoryWindows.Run> runs = new ArrayList<>();
    for (int i = 0; i < rows.length; ) {
      int end = i + 1;
      while (end < rows.length && rows[end] == rows[end - 1] + 1) {
        end++;
      }
      runs.add(new HistoryWindows.Run(rows[i], rows[end - 1] + 1));
      i = end;
    }
    return runs;
  }

  private CrossValidationResult finish(
      ReplayMarket whole, List<List<PieceResult>> results, List<Entry> entries) {
    List<Stitched> paths = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Map<Entry, Outcome> outcomes = new LinkedHashMap<>();
    StringBuilder all = new StringBuilder();
    double[] first = {};
    for (int seed = 0; seed < results.size(); seed++) {
      for (int path = 0; path < split.paths(); path++) {
        Stitched curve = Stitched.of(parts(results.get(seed), path), PieceResult.Played::equity);
        paths.add(curve);
        names.add("path " + (path + 1) + ", seed " + run.seeds()[seed]);
        all.append(Arrays.toString(curve.growth()));
        if (path == 0) {
          outcomes.put(entries.get(seed), curve.outcome(whole.barsPerYear()));
          first = seed == 0 ? curve.returns() : first;
        }
      }
    }
    run.ledger.end(outcomes);
    String market = entries.getFirst().market();
    Deflation worth =
        Deflation.of(market, first, whole.barsPerYear(), run.ledger.on(market))
            .strayed(PathLuck.factor(cut.groups(), cut.tested()));
    List<PieceResult.Played> held = parts(results.getFirst(), 0);
    Stitched benchmark =
        held.stream().allMatch(part -> part.held().length > 0)
            ? Stitched.of(held, PieceResult.Played::held)
            : null;
    CrossValidationResult result =
        CrossValidationResult.of(
            run.source(whole),
            paths,
            names,
            benchmark,
            whole.barsPerYear(),
            worth,
            Sha256.of(all.toString()));
    run.folder.write("paths.csv", result.csv());
    run.folder.write("cross-validation.html", result.page(run.config.name()));
    run.manifest("finished", result.summary());
    return result;
  }

  /** The groups of a path in order: the i-th split that tests a group is that of path i. */
  private List<PieceResult.Played> parts(List<PieceResult> splits, int path) {
    List<PieceResult.Played> parts = new ArrayList<>();
    List<int[]> combinations = split.combinations();
    for (int group = 0; group < cut.groups(); group++) {
      int from = split.splitsOf(group)[path];
      int at = Arrays.binarySearch(combinations.get(from), group);
      parts.add(splits.get(from).tests().get(at));
    }
    return parts;
  }
}
