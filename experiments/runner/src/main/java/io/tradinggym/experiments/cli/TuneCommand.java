package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.report.ShowsResults;
import io.tradinggym.experiments.report.Text;
import io.tradinggym.experiments.run.BacktestRun;
import io.tradinggym.experiments.run.GoesOn;
import io.tradinggym.experiments.run.Run;
import io.tradinggym.experiments.tuning.Tuning;
import io.tradinggym.experiments.tuning.TuningPage;
import io.tradinggym.experiments.tuning.TuningResult;
import io.tradinggym.experiments.work.Workers;
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

/** Searches for settings. */
@Command(
    name = "tune",
    description =
        "Searches the settings that the part \"search\" of a configuration names, by what agents"
            + " (or rules) score on the validation range; then trains the winner from fresh seeds"
            + " and judges it, its Sharpe ratio deflated by all trials.")
final class TuneCommand implements Runnable, ShowsResults {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunOptions options = new RunOptions();
  @Mixin private WorkOptions work = new WorkOptions();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "CONFIG",
      description = "A YAML or JSON file with a part \"search\".")
  private @Nullable Path config;

  @Option(
      names = "--trials",
      paramLabel = "N",
      description = "Candidates. Default: the configuration's search.trials.")
  private @Nullable Integer trials;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description = "Go on with the search in this folder; it ends with the same bits.")
  private @Nullable Path resume;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Tuning tuning = tuning();
    out.printf(
        "%s: %s over %s of %s%n",
        tuning.config().name(),
        tuning.search().method().name().toLowerCase(Locale.ROOT),
        Text.count(tuning.search().trials(), "trial"),
        tuning.config().environment().id());
    if (tuning.search().warmStart() > 0) {
      out.printf("It begins with %s of the ledger.%n", Text.count(tuning.told(), "trial"));
    }
    out.flush();
    TuningResult result;
    try (Workers pool = work.workers(options.threads(), out);
        GoesOn _ = new GoesOn("tune", tuning.folder().path())) {
      result =
          tuning.complete(
              pool,
              line -> {
                out.println(text(line));
                out.flush();
              });
    }
    out.println();
    out.println("Best: " + text(result.best()));
    if (result.front().size() > 1) {
      out.println("No other is better in one objective without being worse in another:");
      result.front().forEach(line -> out.println("  " + text(line)));
    }
    TuningPage.judged(tuning, result).forEach(out::println);
    TuningPage.write(tuning, result);
    out.println("The search: " + tuning.folder().file("search.html"));
    out.println();
    winner(tuning, result, out);
  }

  private void winner(Tuning tuning, TuningResult result, PrintWriter out) {
    if (tuning.config().rule() != null) {
      out.println("The winner on fresh paths of the test range:");
      BacktestRun.Result judged = tuning.winningRule(result);
      if (judged != null) {
        new ResultTable(judged.evaluation()).print(out);
        out.println(judged.worth().sentence());
      }
      out.println("The report: " + tuning.folder().file("winner/report.html"));
      return;
    }
    if (result.policy() != null) {
      out.println("Its policy came of these settings, one after the other:");
      result.course().forEach(line -> out.println("  " + text(line)));
      out.println("It, on fresh paths of the test range:");
      BacktestRun.Result judged = tuning.winningPolicy(result);
      if (judged != null) {
        new ResultTable(judged.evaluation()).print(out);
        out.println(judged.worth().sentence());
      }
      out.println("The report: " + tuning.folder().file("winner/report.html"));
      return;
    }
    out.println("The winner from fresh seeds, on the test range:");
    Run run = tuning.winner(result);
    new Session(out, options.threads(), work).complete(run);
  }

  private Tuning tuning() {
    if (resume != null) {
      if (config != null || trials != null || !options.overrides().isEmpty()) {
        throw new UserError("--resume takes its configuration from the folder; give no other");
      }
      return Tuning.open(resume);
    }
    if (config == null) {
      throw new UserError("tune needs a CONFIG with a part \"search\", or --resume DIR");
    }
    String text = ConfigFile.text(config);
    List<String> overrides = options.overrides();
    if (trials != null) {
      overrides.add("search.trials=" + trials);
    }
    String name = ConfigFile.parse(text, overrides, config.toString()).name();
    return Tuning.start(text, overrides, options.out(name + "-tune"));
  }

  private static String text(Tuning.Line line) {
    String score =
        line.failure().isEmpty()
            ? String.join(
                " ",
                line.objectives().stream()
                    .map(v -> String.format(Locale.ROOT, "%10.5f", v))
                    .toList())
            : "failed: " + line.failure();
    return String.format("trial %4d %s  %s", line.number(), score, line.values())
        + (line.steps() > 0 ? " after " + Text.count(line.steps(), "step") : "");
  }
}
