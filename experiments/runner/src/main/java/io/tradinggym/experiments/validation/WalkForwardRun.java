package io.tradinggym.experiments.validation;

import io.tradinggym.api.util.Sha256;
import io.tradinggym.data.split.Fold;
import io.tradinggym.data.split.WalkForward;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.FoldConfig;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.ledger.Deflation;
import io.tradinggym.experiments.ledger.Entry;
import io.tradinggym.experiments.ledger.Outcome;
import io.tradinggym.experiments.run.RunFolder;
import io.tradinggym.experiments.run.RunLock;
import io.tradinggym.experiments.run.WholeHistory;
import io.tradinggym.experiments.work.Workers;
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
 * A walk forward through history: agents are trained on what came before each test, chosen on the end of that, and play
 * the test once; the tests follow each other and make one curve. Killed at any moment, it goes on to the same bits.
 */
public final class WalkForwardRun {
  /** Its name on the command line. */
  public static final String COMMAND = "walk-forward";

  private static final int FEWEST = 3;

  private final HistoryCommandRun run;
  private final FoldConfig folds;
  private final PieceRunner pieces;

  private WalkForwardRun(HistoryCommandRun run) {
    this.run = run;
    folds = FoldConfig.of(run.text, run.overrides, "configuration");
    boolean chosen = folds.validation() > 0 && run.config.rule() == null;
    pieces = new PieceRunner(run.folder, run.text, run.overrides, chosen);
  }

  /** A new walk; nothing is written before everything that can be checked has been checked. */
  public static WalkForwardRun start(String text, List<String> overrides, Path path) {
    new WalkForwardRun(new HistoryCommandRun(COMMAND, new RunFolder(path), text, overrides));
    RunFolder folder = RunFolder.create(path);
    WalkForwardRun walk =
        new WalkForwardRun(new HistoryCommandRun(COMMAND, folder, text, overrides));
    walk.run.manifest("running", Map.of());
    return walk;
  }

  /** A walk that exists, finished or not. */
  public static WalkForwardRun open(Path path) {
    return new WalkForwardRun(HistoryCommandRun.open(COMMAND, path));
  }

  /** What walks. */
  public RunConfig config() {
    return run.config;
  }

  /** Where it writes. */
  public RunFolder folder() {
    return run.folder;
  }

  /**
   * Walks, or goes on.
   *
   * @param workers trainings at a time; the result is the same for any number
   * @param progress is told every fold that is done
   */
  public WalkForwardResult complete(int workers, Consumer<String> progress) {
    try (Workers pool = new Workers(workers)) {
      return complete(pool, progress);
    }
  }

  /**
   * Walks, or goes on.
   *
   * @param pool who trains; the result is the same for any
   * @param progress is told every fold that is done
   */
  public WalkForwardResult complete(Workers pool, Consumer<String> progress) {
    try (RunLock _ = RunLock.of(run.folder)) {
      ReplayMarket whole = WholeHistory.of(run.config, folds.bars());
      List<Fold> split = split(whole.data().length());
      List<Entry> entries = run.entries(pieces.config(), whole, folds);
      return run.tried(
          entries, () -> finish(whole, split, walk(whole, split, pool, progress), entries));
    }
  }

  private List<Fold> split(int rows) {
    int first = folds.first() > 0 ? folds.first() : rows / (folds.folds() + 1);
    int window =
        folds.mode() != FoldConfig.Mode.ROLLING
            ? WalkForward.EXPANDING
            : folds.window() > 0 ? folds.window() : first - folds.purge();
    try {
      return new WalkForward(folds.folds(), first, window, folds.purge()).split(rows);
    } catch (IllegalArgumentException e) {
      throw new UserError("walkForward: " + e.getMessage(), e);
    }
  }

  /** [seed][fold] */
  private List<List<PieceResult>> walk(
      ReplayMarket whole, List<Fold> split, Workers pool, Consumer<String> progress) {
    long[] seeds = run.seeds();
    List<List<PieceResult>> results = new ArrayList<>();
    for (int i = 0; i < seeds.length; i++) {
      results.add(new ArrayList<>());
    }
    if (folds.warm()) {
      for (int fold = 0; fold < split.size(); fold++) {
        List<Piece> level = new ArrayList<>();
        for (long seed : seeds) {
          level.add(piece(whole, split, fold, seed));
        }
        collect(pool.all(level, run::task, pieces::run), level, results);
        progress.accept("fold " + (fold + 1) + " of " + split.size());
      }
      return results;
    }
    List<Piece> all = new ArrayList<>();
    for (int fold = 0; fold < split.size(); fold++) {
      for (long seed : seeds) {
        all.add(piece(whole, split, fold, seed));
      }
    }
    List<PieceResult> done = pieces.all(pool, all, run::task, progress);
    for (int i = 0; i < done.size(); i++) {
      results.get(i % seeds.length).add(done.get(i));
    }
    return results;
  }

  /**
   * Does a piece by itself, for machines.
   *
   * @param name of the piece
   * @return the file of its result
   */
  public Path piece(String name) {
    ReplayMarket whole = WholeHistory.of(run.config, folds.bars());
    List<Fold> split = split(whole.data().length());
    for (int fold = 0; fold < split.size(); fold++) {
      for (long seed : run.seeds()) {
        if (name(fold, seed).equals(name)) {
          pieces.run(piece(whole, split, fold, seed));
          return pieces.file(name);
        }
      }
    }
    throw new IllegalArgumentException(run.folder.path() + " has no " + name);
  }

  private static void collect(
      List<PieceResult> done, List<Piece> level, List<List<PieceResult>> results) {
    for (int i = 0; i < level.size(); i++) {
      results.get(i).add(done.get(i));
    }
  }

  private Piece piece(ReplayMarket whole, List<Fold> split, int fold, long seed) {
    int[] train = split.get(fold).train();
    int[] test = split.get(fold).test();
    int from = train[0];
    int to = train[train.length - 1] + 1;
    int held = (int) (folds.validation() * (to - from));
    int learned = held == 0 ? to : to - held - folds.purge();
    if (learned - from < FEWEST || (held > 0 && held < FEWEST) || test.length < FEWEST) {
      throw new UserError(
          "walkForward: fold "
              + (fold + 1)
              + " has "
              + train.length
              + " bars to train and "
              + test.length
              + " to test; take fewer folds, or a larger first");
    }
    ReplayMarket learning = whole.between(from, learned, Split.HISTORY);
    ReplayMarket choosing = held == 0 ? learning : whole.between(to - held, to, history());
    // From the close before its first bar on, so that no bar falls between two tests.
    ReplayMarket testing = whole.between(test[0] - 1, test[test.length - 1] + 1, history());
    boolean warm = folds.warm() && fold > 0 && run.config.rule() == null;
    return new Piece(
        name(fold, seed),
        seed,
        learning,
        choosing,
        List.of(testing),
        warm ? pieces.policy(name(fold - 1, seed)) : null);
  }

  private int history() {
    int warmUp = run.config.rule() == null ? 0 : run.config.rule().rule().warmUp();
    return Math.max(Split.HISTORY, warmUp);
  }

  private static String name(int fold, long seed) {
    return "fold-" + (fold + 1) + "-seed-" + seed;
  }

  private WalkForwardResult finish(
      ReplayMarket whole, List<Fold> split, List<List<PieceResult>> results, List<Entry> entries) {
    List<Stitched> curves = new ArrayList<>();
    Map<Entry, Outcome> outcomes = new LinkedHashMap<>();
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < results.size(); i++) {
      List<PieceResult.Played> parts =
          results.get(i).stream().map(result -> result.tests().getFirst()).toList();
      Stitched curve = Stitched.of(parts, PieceResult.Played::equity);
      curves.add(curve);
      all.append(Arrays.toString(curve.growth()));
      outcomes.put(entries.get(i), curve.outcome(whole.barsPerYear()));
    }
    run.ledger.end(outcomes);
    String market = entries.getFirst().market();
    Deflation worth =
        Deflation.of(
            market, curves.getFirst().returns(), whole.barsPerYear(), run.ledger.on(market));
    List<PieceResult.Played> first =
        results.getFirst().stream().map(result -> result.tests().getFirst()).toList();
    boolean benchmark = first.stream().allMatch(part -> part.held().length > 0);
    Stitched held = benchmark ? Stitched.of(first, PieceResult.Played::held) : null;
    WalkForwardResult result =
        WalkForwardResult.of(
            run.source(whole),
            whole,
            split,
            folds,
            run.seeds(),
            results,
            curves,
            held,
            worth,
            Sha256.of(all.toString()));
    run.folder.write("equity.csv", result.csv());
    run.folder.write("walk-forward.html", result.page(run.config.name()));
    run.manifest("finished", result.summary());
    return result;
  }
}
