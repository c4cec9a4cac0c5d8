package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.report.ShowsResults;
import io.tradinggym.experiments.run.GoesOn;
import io.tradinggym.experiments.validation.WalkForwardResult;
import io.tradinggym.experiments.validation.WalkForwardRun;
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

/** Walks forward through history. */
@Command(
    name = "walk-forward",
    description =
        "Trains on what came before each test and plays the test once, fold after fold, as the part"
            + " \"walkForward\" of a configuration says; the tests in a row are one curve.")
final class WalkForwardCommand implements Runnable, ShowsResults {
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
    WalkForwardRun run = opened();
    WalkForwardResult result;
    try (Workers pool = work.workers(options.threads(), out);
        GoesOn _ = new GoesOn("walk-forward", run.folder().path())) {
      result = run.complete(pool, done -> say(out, done));
    }
    out.printf("%n%-14s %10s %8s %10s%n", "", "total", "Sharpe", "drawdown");
    for (int i = 0; i < result.curves().size(); i++) {
      line(out, "seed " + result.seeds().get(i), result.curves().get(i));
    }
    if (result.held() != null) {
      line(out, "buy-and-hold", result.held());
    }
    out.println();
    out.println(result.worth().sentence());
    out.println("SHA-256 of all curves: " + result.hash());
    out.println("The report: " + run.folder().file("walk-forward.html"));
  }

  private static void say(PrintWriter out, String done) {
    out.println("done: " + done);
    out.flush();
  }

  private static void line(PrintWriter out, String name, WalkForwardResult.Curve curve) {
    out.printf(
        Locale.ROOT,
        "%-14s %9.1f%% %8.2f %9.1f%%%n",
        name,
        100 * curve.total(),
        curve.sharpe(),
        100 * curve.drawdown());
  }

  private WalkForwardRun opened() {
    if (resume != null) {
      if (config != null || !options.overrides().isEmpty()) {
        throw new UserError("--resume takes its configuration from the folder; give no other");
      }
      return WalkForwardRun.open(resume);
    }
    if (config == null) {
      throw new UserError("walk-forward needs a CONFIG, or --resume DIR");
    }
    String text = ConfigFile.text(config);
    String name = ConfigFile.parse(text, options.overrides(), config.toString()).name();
    return WalkForwardRun.start(text, options.overrides(), options.out(name + "-walk-forward"));
  }
}
