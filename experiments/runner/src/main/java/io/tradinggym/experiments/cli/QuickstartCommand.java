package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.config.SimulatedConfig;
import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.report.ShowsResults;
import io.tradinggym.experiments.run.Advice;
import io.tradinggym.experiments.run.Run;
import io.tradinggym.market.process.Markets;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main job in one command. */
@Command(
    name = "quickstart",
    description =
        "Trains PPO on a simulated market of ten well-known stocks, judges it on unseen paths"
            + " against no-trade, random, buy-and-hold and an oracle, and writes a report. Takes"
            + " about half a minute on two cores. With --env CryptoPerp-v1 (or CryptoSpot-v1,"
            + " FundingArbitrage-v1) it trades coins by the hour.")
final class QuickstartCommand implements Runnable, ShowsResults {
  private static final String PORTFOLIO = "Portfolio-v1";

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunOptions options = new RunOptions();

  @Option(
      names = "--env",
      paramLabel = "ENV",
      description = "What to trade in. Default: Portfolio-v1.")
  private String environment = PORTFOLIO;

  @ArgGroup(
      exclusive = false,
      heading =
          "%nOn real files instead (stocks: one CSV per ticker, such as SPY.csv, tickers and all"
              + " ranges needed; coins: the longest hourly file with funding, 60, 20 and 20 %% of"
              + " it, unless said otherwise):%n")
  private @Nullable Files files;

  private static final class Files {
    @Option(
        names = "--data",
        required = true,
        paramLabel = "DIR",
        description = "Folder of the files.")
    private String data = "";

    @Option(names = "--tickers", paramLabel = "A,B", description = "What to trade.")
    private @Nullable String tickers;

    @Option(names = "--train", paramLabel = "A:B", description = "Days to learn from.")
    private @Nullable String train;

    @Option(names = "--validate", paramLabel = "A:B", description = "Days to choose by.")
    private @Nullable String validate;

    @Option(names = "--test", paramLabel = "A:B", description = "Days to be judged on, once.")
    private @Nullable String test;

    @Option(names = "--file", paramLabel = "FILE", description = "Coins: file of bars.")
    private @Nullable String file;

    @Option(
        names = "--spot",
        paramLabel = "FILE",
        description = "FundingArbitrage-v1: file of spot bars.")
    private @Nullable String spot;

    @Option(
        names = "--funding",
        paramLabel = "FILE",
        description = "Coins: file of funding rates, or none. Default: one of the same coin.")
    private @Nullable String funding;

    @Option(
        names = "--mark",
        paramLabel = "FILE",
        description = "Coins: file of marks. Default: the last price.")
    private @Nullable String mark;

    @Option(
        names = "--repair",
        description = "Repair what is wrong with the files by declared rules instead of refusing.")
    private boolean repair;

    Map<String, String> given() {
      Map<String, String> given = new LinkedHashMap<>();
      put(given, "tickers", tickers);
      put(given, "train", train);
      put(given, "validate", validate);
      put(given, "test", test);
      put(given, "file", file);
      put(given, "spot", spot);
      put(given, "funding", funding);
      put(given, "mark", mark);
      put(given, "repair", repair ? "true" : null);
      return given;
    }

    private static void put(Map<String, String> given, String key, @Nullable String value) {
      if (value != null) {
        given.put(key, value);
      }
    }
  }

  @Override
  public void run() {
    boolean crypto = CryptoHistory.tradedBy(environment);
    if (!crypto && !environment.equals(PORTFOLIO)) {
      throw new UserError(
          "quickstart trades in "
              + PORTFOLIO
              + ", CryptoPerp-v1, CryptoSpot-v1 and FundingArbitrage-v1, not in \""
              + environment
              + "\"; for others: experiments/run train --algo ppo --env "
              + Advice.quoted(environment));
    }
    List<String> overrides = new ArrayList<>();
    if (crypto) {
      overrides.add("environment.id=" + environment);
    }
    if (files != null) {
      Map<String, String> given = files.given();
      if (crypto) {
        List<String> chosen = CryptoHistory.overrides(environment, files.data, given);
        spec.commandLine().getOut().println(String.join(", ", chosen).replace("market.", ""));
        overrides.addAll(chosen);
      } else {
        overrides.addAll(stocks(files.data, given));
      }
    }
    overrides.addAll(options.overrides());
    String name = (crypto ? "quickstart-crypto" : "quickstart") + (files == null ? "" : "-data");
    RunConfig config = ConfigFile.parse(builtIn(name + ".yaml"), overrides, "quickstart");
    Run run = Run.start(config, options.out(config.name()));
    PrintWriter out = spec.commandLine().getOut();
    Evaluation evaluation = new Session(out, options.threads(), new WorkOptions()).complete(run);
    if (config.market() instanceof SimulatedConfig simulated && !crypto) {
      out.println();
      out.println(GrowthLine.of(evaluation, Markets.named(simulated.simulated())));
      out.flush();
    }
  }

  private static List<String> stocks(String data, Map<String, String> given) {
    List<String> overrides = new ArrayList<>();
    overrides.add("market.data='" + data.replace("'", "''") + "'");
    for (String key : List.of("tickers", "train", "validate", "test")) {
      String value = given.get(key);
      if (value == null) {
        throw new UserError("real files of stocks need --" + key);
      }
      overrides.add("market." + key + "=" + (key.equals("tickers") ? value : "'" + value + "'"));
    }
    if (given.containsKey("repair")) {
      overrides.add("market.repair=true");
    }
    return overrides;
  }

  private static String builtIn(String name) {
    try (InputStream in = QuickstartCommand.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
