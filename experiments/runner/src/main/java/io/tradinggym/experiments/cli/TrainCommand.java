package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.run.Run;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains what a configuration describes, or goes on with an interrupted run. */
@Command(
    name = "train",
    description =
        "Trains agents as a configuration says, judges them on unseen episodes and writes a report.")
final class TrainCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunOptions options = new RunOptions();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "CONFIG",
      description = "A YAML or JSON file, such as those in experiments/configs.")
  private @Nullable Path config;

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description = "Go on with the run in this folder.")
  private @Nullable Path resume;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Agents to train, each from a seed of its own.")
  private @Nullable Integer seeds;

  @Override
  public void run() {
    new Session(spec.commandLine().getOut(), options.threads()).complete(start());
  }

  private Run start() {
    if (resume != null) {
      if (config != null || !options.overrides().isEmpty()) {
        throw new UserError("--resume takes its configuration from the run; give no other");
      }
      return Run.open(resume);
    }
    if (config == null) {
      throw new UserError(
          "train needs a CONFIG, such as experiments/configs/cartpole-ppo.yaml, or --resume RUN");
    }
    var overrides = options.overrides();
    if (seeds != null) {
      overrides.add("seeds=" + seeds);
    }
    RunConfig read = ConfigFile.read(config, overrides);
    return Run.start(read, options.out(read.name()));
  }
}
