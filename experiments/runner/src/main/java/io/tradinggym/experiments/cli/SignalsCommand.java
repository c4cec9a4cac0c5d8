package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.report.ShowsResults;
import io.tradinggym.experiments.run.GoesOn;
import io.tradinggym.experiments.signals.DailyJob;
import io.tradinggym.experiments.signals.DailyJobs;
import io.tradinggym.experiments.signals.Watchlist;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The daily job: ranks a watchlist by signal models. */
@Command(
    name = "signals",
    description = {
      "Trains signal models for each ticker of a watchlist, predicts the next days, looks at"
          + " options, and ranks. Without --data and --live it shows the calibrated simulated"
          + " market, and says so.",
      "Beside each stands what the model was worth on days that it had not seen, and what \"always"
          + " up\" was worth there. Models are reused until data or settings change."
    })
final class SignalsCommand implements Runnable, ShowsResults {
  private static final InstantSource CLOCK = InstantSource.system();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "A YAML file with watchlist, prediction_horizon_days, confidence_threshold and the like;"
              + " experiments/configs/watchlist.yaml is one to copy.")
  private @Nullable Path config;

  @Option(names = "--ticker", paramLabel = "T", description = "This one alone.")
  private @Nullable String ticker;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder of files such as SPY.csv; beside them chains/SPY.csv, macro/VIXCLS.csv and what"
              + " collect wrote into series/, if there are any.")
  private @Nullable Path data;

  @Option(
      names = "--sources",
      paramLabel = "DIR",
      description =
          "Folder of collected series that the models look at, too: DIR/VIXCLS.csv for all,"
              + " DIR/SPY/iv_atm.csv for SPY. Default: the folder series beside the files.")
  private @Nullable Path sources;

  @Option(
      names = "--live",
      description =
          "Ask Yahoo, Alpaca, Polygon and Alpha Vantage in turn, through a cache on disk; where"
              + " none answers, the simulated market.")
  private boolean live;

  @Option(names = "--offline", description = "With --live: look at the cache alone.")
  private boolean offline;

  @Option(
      names = "--base",
      paramLabel = "NAME=URL",
      description = "Another address of a provider, such as a server of your own.")
  private Map<String, String> bases = new LinkedHashMap<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("runs/signals");

  @Option(
      names = "--no-lstm",
      description = "Trees alone: seconds instead of a minute for each ticker.")
  private boolean noLstm;

  @Option(
      names = "--sequences",
      paramLabel = "NAME",
      description = "The model of sequences beside the trees. Default: ${DEFAULT-VALUE}.")
  private String sequences = "lstm";

  @Option(
      names = "--refits",
      paramLabel = "N",
      description = "Models for the interval of a prediction. Default: ${DEFAULT-VALUE}.")
  private int refits = 100;

  @Option(names = "--seed", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--backtest",
      description =
          "Also trade the signal on the days that the models had not seen: $10,000, bought at the"
              + " open after a close above the threshold, sold after the horizon or two average"
              + " ranges below, with costs, beside always-up and buy-and-hold.")
  private boolean backtest;

  @Option(
      names = "--synthesis",
      paramLabel = "NAME",
      description =
          "Who says in words what it comes to: template, none, or one that --classpath brings, such"
              + " as claude. Default: ${DEFAULT-VALUE}.")
  private String synthesis = "template";

  @Option(
      names = "--synthesis-mode",
      paramLabel = "MODE",
      description = "replay, record or live. Default: ${DEFAULT-VALUE}.")
  private String synthesisMode = "replay";

  @Override
  public void run() {
    PrintWriter print = spec.commandLine().getOut();
    Watchlist watchlist = config == null ? Watchlist.DEFAULT : Watchlist.read(config);
    if (sources != null) {
      watchlist = watchlist.withSources(sources);
    }
    try (GoesOn _ = GoesOn.again(out)) {
      DailyJobs.run(
          ticker == null ? watchlist : watchlist.only(ticker),
          new DailyJobs.Origin(data, live, offline, bases),
          new DailyJob.Settings(out, noLstm ? null : sequences, refits, seed, backtest),
          new DailyJobs.Words(synthesis, synthesisMode),
          CLOCK,
          print);
    }
  }
}
