package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.evaluation.SeedReturns;
import io.tradinggym.experiments.evaluation.Trajectory;
import io.tradinggym.experiments.montecarlo.MonteCarlo;
import io.tradinggym.experiments.montecarlo.MonteCarloRun;
import io.tradinggym.experiments.report.MonteCarloReport;
import io.tradinggym.experiments.report.ShowsResults;
import io.tradinggym.experiments.report.Text;
import io.tradinggym.experiments.run.GoesOn;
import io.tradinggym.experiments.statistics.Sample;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What might have been. */
@Command(
    name = "monte-carlo",
    description =
        "Plays a rule or a policy through the test range as it might have gone: drawn again in"
            + " blocks, under other costs and fills, and through described crashes.")
final class MonteCarloCommand implements Runnable, ShowsResults {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunOptions options = new RunOptions();

  @Parameters(
      index = "0",
      paramLabel = "CONFIG",
      description = "A YAML or JSON file with a market.")
  private Path config = Path.of("");

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Play this policy, such as runs/a/policy, instead of a rule.")
  private @Nullable Path policy;

  @Option(
      names = "--paths",
      paramLabel = "N",
      description = "Histories drawn again. Default: ${DEFAULT-VALUE}.")
  private int paths = 1000;

  @Option(
      names = "--neighbours",
      paramLabel = "N",
      description =
          "Neighbours with other parameters: a rule's numbers, or what a policy sees, changed a"
              + " little. Default: ${DEFAULT-VALUE}.")
  private int neighbours = 50;

  @Option(
      names = "--places",
      paramLabel = "N",
      description = "Places of each crash. Default: ${DEFAULT-VALUE}.")
  private int places = 10;

  @Override
  public void run() {
    if (paths < 0 || neighbours < 0 || places < 1) {
      throw new UserError("--paths and --neighbours must be >= 0 and --places >= 1");
    }
    PrintWriter out = spec.commandLine().getOut();
    String text = ConfigFile.text(config);
    RunConfig read = ConfigFile.parse(text, options.overrides(), config.toString());
    Path folder = options.out(read.name() + "-monte-carlo");
    MonteCarloRun.Result result;
    try (GoesOn _ = GoesOn.anew(folder)) {
      result =
          MonteCarloRun.of(text, options.overrides(), policy, folder)
              .complete(paths, neighbours, places);
    }
    if (!result.drawn().isEmpty()) {
      say(out, result.drawn(), result.block());
    }
    if (!result.neighbours().isEmpty()) {
      say(out, result.plain(), result.neighbours());
    }
    lines(out, "Costs", result.costs());
    lines(out, "Fills", result.fills());
    out.printf(
        Locale.ROOT,
        "Spread of the total over ways of filling: %.1f points%n",
        100 * MonteCarloReport.spread(result.fills()));
    out.printf(
        "%n%-18s %9s %9s %13s %12s%n", "Crashes", "mean", "worst", "buy-and-hold", "ended early");
    for (MonteCarlo.Stress each : result.stress()) {
      out.printf(
          Locale.ROOT,
          "%-18s %8.1f%% %8.1f%% %12.1f%% %12d%n",
          each.scenario().name(),
          100 * each.mean(),
          100 * each.worst(),
          100 * each.held(),
          each.ruined());
    }
    out.println();
    out.println(result.worth().sentence());
    out.println("The report: " + folder.resolve("monte-carlo.html"));
  }

  private static void say(PrintWriter out, List<Trajectory> drawn, double block) {
    double[] totals = drawn.stream().mapToDouble(SeedReturns::score).toArray();
    double[] falls =
        drawn.stream().mapToDouble(each -> SeedReturns.deepestDrawdown(List.of(each))).toArray();
    out.printf(
        Locale.ROOT,
        "%s drawn again in blocks of %.1f bars: total return 5 %% %.1f%%, median %.1f%%,"
            + " 95 %% %.1f%%; deepest drawdown median %.1f%%, 5 %% %.1f%%%n",
        totals.length == 1 ? "1 history" : totals.length + " histories",
        block,
        100 * Sample.quantile(totals, 0.05),
        100 * Sample.quantile(totals, 0.5),
        100 * Sample.quantile(totals, 0.95),
        100 * Sample.quantile(falls, 0.5),
        100 * Sample.quantile(falls, 0.05));
  }

  private static void say(
      PrintWriter out, MonteCarlo.Line plain, List<MonteCarlo.Line> neighbours) {
    double[] totals = neighbours.stream().mapToDouble(MonteCarlo.Line::total).toArray();
    out.printf(
        Locale.ROOT,
        "%s with other parameters: total return 5 %% %.1f%%, median %.1f%%, 95 %% %.1f%%; as it was"
            + " %.1f%%, above %.0f %% of them%n",
        Text.count(totals.length, "neighbour"),
        100 * Sample.quantile(totals, 0.05),
        100 * Sample.quantile(totals, 0.5),
        100 * Sample.quantile(totals, 0.95),
        100 * plain.total(),
        100 * MonteCarloReport.above(plain, neighbours));
  }

  private static void lines(PrintWriter out, String title, List<MonteCarlo.Line> lines) {
    int width = Columns.width(24, lines.stream().map(MonteCarlo.Line::name));
    out.printf("%n%-" + width + "s %9s %8s %9s%n", title, "total", "Sharpe", "drawdown");
    for (MonteCarlo.Line line : lines) {
      out.printf(
          Locale.ROOT,
          "%-" + width + "s %8.1f%% %8.2f %8.1f%%%n",
          line.name(),
          100 * line.total(),
          line.sharpe(),
          100 * line.drawdown());
    }
  }
}
