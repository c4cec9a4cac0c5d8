package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.run.Run;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The main job in one command. */
@Command(
    name = "quickstart",
    description = "Trains PPO on a simulated market of ten well-known stocks, judges it on unseen paths against no-trade, "
        + "random, buy-and-hold and an oracle, and writes a report. Takes about two minutes.")
final class QuickstartCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunOptions options = new RunOptions();

  @Override
  public void run() {
    RunConfig config = ConfigFile.parse(builtIn("quickstart.yaml"), options.overrides(), "quickstart");
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
