package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.evaluation.Trajectory;
import io.tradinggym.experiments.report.ShowsResults;
import io.tradinggym.experiments.run.BacktestRun;
import io.tradinggym.experiments.run.GoesOn;
import io.tradinggym.experiments.statistics.HorizonTable;
import io.tradinggym.market.data.Purpose;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays a rule or a policy through a market. */
@Command(
    name = "backtest",
    description =
        "Plays a trading rule, or a trained policy, through a range of a market as agents are"
            + " judged: the same environment, exchange, costs, trace and report.")
final class BacktestCommand implements Runnable, ShowsResults {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunOptions options = new RunOptions();

  @Parameters(
      index = "0",
      paramLabel = "CONFIG",
      description = "A YAML or JSON file with environment, market and rule: {name: ...}.")
  private Path config = Path.of("");

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Play this policy, such as runs/a/policy, instead of a rule.")
  private @Nullable Path policy;

  @Option(
      names = "--range",
      paramLabel = "RANGE",
      description = "train, validation or test. Default: test.")
  private String range = "test";

  @Override
  public void run() {
    RunConfig read = ConfigFile.read(config, options.overrides());
    PrintWriter out = spec.commandLine().getOut();
    Path folder = options.out(read.name());
    BacktestRun run = BacktestRun.of(read, policy, folder, purpose());
    RepairLines.print(out, run.repairs());
    BacktestRun.Result result;
    try (GoesOn _ = GoesOn.anew(folder)) {
      result = run.complete();
    }
    new ResultTable(result.evaluation(), range.toLowerCase(Locale.ROOT) + " path").print(out);
    Trajectory sample = result.evaluation().sample();
    if (sample.trades()) {
      HorizonTable.of(sample.equity(), result.evaluation().periodsPerYear()).print(out);
    }
    out.println(result.worth().sentence());
    out.println("The report: " + folder.resolve("report.html"));
  }

  private Purpose purpose() {
    return switch (range.toLowerCase(Locale.ROOT)) {
      case "train" -> Purpose.TRAIN;
      case "validation" -> Purpose.VALIDATION;
      case "test" -> Purpose.TEST;
      default ->
          throw new UserError("--range must be train, validation or test, was \"" + range + "\"");
    };
  }
}
