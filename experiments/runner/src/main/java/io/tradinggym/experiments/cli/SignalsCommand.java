package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.signals.DailyJob;
import io.tradinggym.experiments.signals.Watchlist;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Ranks a watchlist by signal models. */
@Command(
    name = "signals",
    description = {
      "Trains signal models for each ticker of a watchlist on files of daily bars, predicts the"
          + " next days and ranks.",
      "Beside each stands what the model was worth on days that it had not seen, and what \"always"
          + " up\" was worth there."
    })
final class SignalsCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "A YAML file with watchlist, prediction_horizon_days, confidence_threshold and the like.")
  private @Nullable Path config;

  @Option(names = "--ticker", paramLabel = "T", description = "This one alone.")
  private @Nullable String ticker;

  @Option(names = "--data", paramLabel = "DIR", description = "Folder of files such as SPY.csv.")
  private @Nullable Path data;

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
      names = "--refits",
      paramLabel = "N",
      description = "Models for the interval of a prediction. Default: ${DEFAULT-VALUE}.")
  private int refits = 100;

  @Option(names = "--seed", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--backtest",
      description =
          "Also trade the signal on the days that the models had not seen, without costs.")
  private boolean backtest;

  @Override
  public void run() {
    PrintWriter print = spec.commandLine().getOut();
    if (data == null) {
      throw new UserError("signals needs --data DIR, a folder of files such as SPY.csv");
    }
    Watchlist watchlist = config == null ? Watchlist.DEFAULT : Watchlist.read(config);
    new DailyJob(
            ticker == null ? watchlist : watchlist.only(ticker), data, out, !noLstm, refits, seed)
        .run(backtest, print);
    print.println(Disclaimer.PURPOSE + " " + Disclaimer.LIMITS);
  }
}
