package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.Presets;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.models.ModelStore;
import io.tradinggym.experiments.models.RegisteredRun;
import io.tradinggym.experiments.report.ShowsResults;
import io.tradinggym.experiments.run.Run;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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
        "Trains agents as a configuration says, judges them on unseen episodes and writes a"
            + " report.")
final class TrainCommand implements Runnable, ShowsResults {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunOptions options = new RunOptions();
  @Mixin private WorkOptions work = new WorkOptions();

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
      names = "--from",
      paramLabel = "POLICY",
      description = "Begin with this older policy instead of random ones (a warm start).")
  private @Nullable Path from;

  @ArgGroup(
      exclusive = false,
      heading = "%nInstead of a CONFIG, an algorithm and an environment:%n")
  private @Nullable Task task;

  private static final class Task {
    @Option(
        names = "--algo",
        required = true,
        paramLabel = "NAME",
        description = "ppo, a2c, dqn, sac, ...; see: list algorithms.")
    private String algorithm = "";

    @Option(
        names = "--env",
        required = true,
        paramLabel = "ID",
        description = "Registered environment, such as CartPole-v1.")
    private String environment = "";

    @Option(
        names = "--preset",
        paramLabel = "NAME",
        description =
            "Shipped settings for this algorithm and environment; \"reference\" holds those the"
                + " field has tuned and is taken by itself where it has them; \"none\" takes the"
                + " algorithm's defaults.")
    private @Nullable String preset;

    @Option(
        names = "--steps",
        paramLabel = "N",
        description = "Environment steps of each training, over all lanes, such as 1e6.")
    private @Nullable String steps;
  }

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Agents to train, each from a seed of its own.")
  private @Nullable String seeds;

  @Option(
      names = "--register",
      paramLabel = "ROLE",
      description =
          "Also add the agents to the models as versions of this role, such as trend; see: models.")
  private @Nullable String register;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Folder of the models. Default: ${DEFAULT-VALUE}.")
  private Path models = Path.of(ModelStore.DEFAULT);

  @Override
  public void run() {
    Run run = start();
    PrintWriter out = spec.commandLine().getOut();
    new Session(out, options.threads(), work).complete(run);
    if (register != null) {
      List<ModelStore.Version> added =
          new RegisteredRun(run.folder()).into(new ModelStore(models), register, 0);
      out.println(
          "Models: "
              + added.stream().map(Object::toString).collect(Collectors.joining(", "))
              + "; to let one trade: experiments/run models promote "
              + added.getFirst()
              + " --why REASON");
      out.flush();
    }
  }

  private Run start() {
    if (resume != null) {
      if (config != null || task != null || !options.overrides().isEmpty()) {
        throw new UserError("--resume takes its configuration from the run; give no other");
      }
      return Run.open(resume);
    }
    List<String> overrides = options.overrides();
    if (seeds != null) {
      overrides.add("seeds=" + seeds);
    }
    if (from != null) {
      overrides.add("from='" + from.toString().replace("'", "''") + "'");
    }
    RunConfig read = read(overrides);
    if (register != null) {
      // Refused before anything is trained.
      new ModelStore(models).requireSameTask(register, "these", read.environment().id());
    }
    return Run.start(read, options.out(read.name()));
  }

  private RunConfig read(List<String> overrides) {
    if (config != null && task != null) {
      throw new UserError("give either a CONFIG or --algo and --env, not both");
    }
    if (config != null) {
      return ConfigFile.read(config, overrides);
    }
    if (task == null) {
      throw new UserError(
          "train needs a CONFIG, such as experiments/configs/portfolio-ppo.yaml, or --algo and"
              + " --env, or --resume RUN");
    }
    List<String> all = new ArrayList<>();
    if (task.steps != null) {
      all.add("algorithm.steps=" + task.steps);
    }
    all.addAll(overrides);
    return config(task, all);
  }

  private RunConfig config(Task of, List<String> all) {
    if (of.preset == null && Presets.has(Presets.USUAL, of.environment, of.algorithm)) {
      spec.commandLine()
          .getErr()
          .println(
              "Settings: the preset "
                  + Presets.USUAL
                  + " for "
                  + of.environment
                  + " (--preset none takes the algorithm's defaults)");
      return Presets.read(Presets.USUAL, of.environment, of.algorithm, all);
    }
    return of.preset == null || of.preset.equals("none")
        ? ConfigFile.of(of.environment, of.algorithm, all)
        : Presets.read(of.preset, of.environment, of.algorithm, all);
  }
}
