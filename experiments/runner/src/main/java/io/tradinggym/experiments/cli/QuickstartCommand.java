package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.run.Run;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
        "Trains PPO on a simulated market of ten well-known stocks, judges it on unseen paths against no-trade, "
            + "random, buy-and-hold and an oracle, and writes a report. Takes about two minutes.")
final class QuickstartCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunOptions options = new RunOptions();

  @ArgGroup(
      exclusive = false,
      heading = "%nOn real files instead (one CSV per ticker, such as SPY.csv):%n")
  private @Nullable Files files;

  private static final class Files {
    @Option(
        names = "--data",
        required = true,
        paramLabel = "DIR",
        description = "Folder of the files.")
    private String data = "";

    @Option(
        names = "--tickers",
        required = true,
        paramLabel = "A,B",
        description = "What to trade.")
    private String tickers = "";

    @Option(
        names = "--train",
        required = true,
        paramLabel = "A:B",
        description = "Days to learn from.")
    private String train = "";

    @Option(
        names = "--validate",
        required = true,
        paramLabel = "A:B",
        description = "Days to choose by.")
    private String validate = "";

    @Option(
        names = "--test",
        required = true,
        paramLabel = "A:B",
        description = "Days to be judged on, once.")
    private String test = "";
  }

  @Override
  public void run() {
    List<String> overrides = new ArrayList<>();
    if (files != null) {
      overrides.add("market.data='" + files.data.replace("'", "''") + "'");
      overrides.add("market.tickers=" + files.tickers);
      overrides.add("market.train='" + files.train + "'");
      overrides.add("market.validate='" + files.validate + "'");
      overrides.add("market.test='" + files.test + "'");
    }
    overrides.addAll(options.overrides());
    String name = files == null ? "quickstart.yaml" : "quickstart-data.yaml";
    RunConfig config = ConfigFile.parse(builtIn(name), overrides, "quickstart");
    Run run = Run.start(config, options.out(config.name()));
    new Session(spec.commandLine().getOut(), options.threads()).complete(run);
  }

  private static String builtIn(String name) {
    try (InputStream in = QuickstartCommand.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
