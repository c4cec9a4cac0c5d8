package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.report.ShowsResults;
import io.tradinggym.experiments.run.GoesOn;
import io.tradinggym.experiments.validation.CrossValidationResult;
import io.tradinggym.experiments.validation.CrossValidationRun;
import io.tradinggym.experiments.validation.WalkForwardResult;
import io.tradinggym.experiments.work.Workers;
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

/** Cross-validates on history. */
@Command(
    name = "cross-validate",
    description =
        "Combinatorial purged cross-validation over trained agents, as the part \"crossValidation\""
            + " of a configuration says: the distribution of Sharpe ratio and drawdown over whole"
            + " paths through history that nobody learned from.")
final class CrossValidateCommand implements Runnable, ShowsResults {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunOptions options = new RunOptions();
  @Mixin private WorkOptions work = new WorkOptions();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "CONFIG",
      description = "A YAML or JSON file with a market.")
  private @Nullable Path config;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description = "Go on with the one in this folder; it ends with the same bits.")
  private @Nullable Path resume;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    CrossValidationRun run = opened();
    CrossValidationResult result;
    try (Workers pool = work.workers(options.threads(), out);
        GoesOn _ = new GoesOn("cross-validate", run.folder().path())) {
      result = run.complete(pool, done -> say(out, done));
    }
    int width = Columns.width(20, result.names().stream());
    out.printf("%n%-" + width + "s %10s %8s %10s%n", "", "total", "Sharpe", "drawdown");
    for (int i = 0; i < result.paths().size(); i++) {
      line(out, width, result.names().get(i), result.paths().get(i));
    }
    if (result.held() != null) {
      line(out, width, "buy-and-hold", result.held());
    }
    out.printf(Locale.ROOT, "%nMean Sharpe ratio of the paths %.2f", result.sharpe());
    out.println(
        Double.isNaN(result.error())
            ? "."
            : String.format(Locale.ROOT, ", standard error at least %.2f.", result.error()));
    out.println(result.worth().sentence());
    out.println("SHA-256 of all paths: " + result.hash());
    out.println("The report: " + run.folder().file("cross-validation.html"));
  }

  private static void say(PrintWriter out, String done) {
    out.println("done: " + done);
    out.flush();
  }

  private static void line(PrintWriter out, int width, String name, WalkForwardResult.Curve curve) {
    out.printf(
        Locale.ROOT,
        "%-" + width + "s %9.1f%% %8.2f %9.1f%%%n",
        name,
        100 * curve.total(),
        curve.sharpe(),
        100 * curve.drawdown());
  }

  private CrossValidationRun opened() {
    if (resume != null) {
      if (config != null || !options.overrides().isEmpty()) {
        throw new UserError("--resume takes its configuration from the folder; give no other");
      }
      return CrossValidationRun.open(resume);
    }
    if (config == null) {
      throw new UserError("cross-validate needs a CONFIG, or --resume DIR");
    }
    String text = ConfigFile.text(config);
    String name = ConfigFile.parse(text, options.overrides(), config.toString()).name();
    return CrossValidationRun.start(
        text, options.overrides(), options.out(name + "-cross-validate"));
  }
}
