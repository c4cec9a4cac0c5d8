package io.tradinggym.experiments.montecarlo;

import io.tradinggym.experiments.CodeVersion;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.evaluation.Contender;
import io.tradinggym.experiments.evaluation.Provenance;
import io.tradinggym.experiments.evaluation.SeedReturns;
import io.tradinggym.experiments.evaluation.Trajectory;
import io.tradinggym.experiments.ledger.Deflation;
import io.tradinggym.experiments.ledger.Entry;
import io.tradinggym.experiments.ledger.Ledger;
import io.tradinggym.experiments.ledger.Outcome;
import io.tradinggym.experiments.report.MonteCarloReport;
import io.tradinggym.experiments.run.BacktestRun;
import io.tradinggym.experiments.run.Experiment;
import io.tradinggym.experiments.run.RunFolder;
import io.tradinggym.experiments.run.RunTrials;
import io.tradinggym.experiments.run.WholeHistory;
import io.tradinggym.market.data.ReplayMarket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Monte Carlo study of the test range, entered into the ledger and written into a folder. */
public final class MonteCarloRun {
  private static final int DRAWN_BARS = 2520;

  private final RunFolder folder;
  private final RunConfig config;
  private final Provenance source;
  private final Entry entry;
  private final MonteCarlo study;

  /**
   * What came of it.
   *
   * @param block mean length of the bootstrap's blocks, bars
   * @param drawn histories drawn again
   * @param plain the history as it was
   * @param neighbours of who plays, see {@link MonteCarlo#neighbours}
   * @param costs by multiple
   * @param fills by way of filling
   * @param stress by crash
   * @param worth of the history as it was, among all trials on the market
   */
  public record Result(
      double block,
      List<Trajectory> drawn,
      MonteCarlo.Line plain,
      List<MonteCarlo.Line> neighbours,
      List<MonteCarlo.Line> costs,
      List<MonteCarlo.Line> fills,
      List<MonteCarlo.Stress> stress,
      Deflation worth) {}

  private MonteCarloRun(
      RunFolder folder, RunConfig config, Provenance source, Entry entry, MonteCarlo study) {
    this.source = source;
    this.folder = folder;
    this.config = config;
    this.entry = entry;
    this.study = study;
  }

  /**
   * A study to come; nothing is written before what can be checked has been checked.
   *
   * @param policy file of a policy; null for the configuration's rule
   * @param path folder to write into
   */
  public static MonteCarloRun of(
      String text, List<String> overrides, @Nullable Path policy, Path path) {
    RunConfig config = ConfigFile.parse(text, overrides, "configuration");
    Experiment experiment = new Experiment(config);
    Contender contender = BacktestRun.contender(experiment, policy);
    ReplayMarket history = WholeHistory.test(config, DRAWN_BARS);
    MonteCarlo study = new MonteCarlo(text, overrides, history, contender);
    String run = path.toAbsolutePath().normalize().toString();
    Entry entry =
        RunTrials.entry(
            experiment, "monte-carlo", run, "as it was", config.seed(), BacktestRun.played(policy));
    Provenance source = WholeHistory.source(config, history);
    return new MonteCarloRun(RunFolder.create(path), config, source, entry, study);
  }

  /**
   * Plays everything.
   *
   * @param paths histories drawn again, >= 0
   * @param neighbours with other parameters, >= 0
   * @param places of each crash, >= 1
   */
  public Result complete(int paths, int neighbours, int places) {
    Ledger ledger = Ledger.beside(folder.path());
    ledger.begin(List.of(entry));
    try {
      List<Trajectory> plain = List.of(study.asItWas());
      ledger.end(
          entry,
          SeedReturns.outcome("test", new double[] {SeedReturns.score(plain.getFirst())}, plain));
      Result result =
          new Result(
              study.blockLength(),
              paths == 0 ? List.of() : study.bootstrap(paths),
              MonteCarlo.Line.of("as it was", plain.getFirst()),
              study.neighbours(neighbours),
              study.costs(),
              study.fills(),
              study.stress(places),
              Deflation.of(
                  entry.market(),
                  SeedReturns.joined(plain),
                  SeedReturns.periodsPerYear(plain.getFirst()),
                  ledger.on(entry.market())));
      write(result);
      return result;
    } catch (RuntimeException e) {
      ledger.end(entry, Outcome.failed(e));
      throw e;
    }
  }

  private void write(Result result) {
    folder.write(
        "monte-carlo.html",
        MonteCarloReport.of(
            config.name(),
            source,
            result.worth().sentence(),
            result.block(),
            result.drawn(),
            result.plain(),
            result.neighbours(),
            result.costs(),
            result.fills(),
            result.stress()));
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("state", "finished");
    content.put("command", "monte-carlo");
    content.put("version", CodeVersion.describe());
    content.put("configuration", config);
    content.put("block_length", result.block());
    content.put("neighbours", result.neighbours().stream().map(MonteCarlo.Line::total).toList());
    content.put("total_returns", result.drawn().stream().map(SeedReturns::score).toList());
    folder.writeJson(RunFolder.MANIFEST, content);
  }
}
