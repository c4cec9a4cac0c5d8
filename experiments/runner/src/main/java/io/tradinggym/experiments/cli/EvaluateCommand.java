package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.ledger.Ledger;
import io.tradinggym.experiments.report.ShowsResults;
import io.tradinggym.experiments.run.Run;
import io.tradinggym.experiments.run.RunFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays the agents of a run again. */
@Command(
    name = "evaluate",
    description =
        "Plays the agents of a finished run and the controls again, and prints the table.")
final class EvaluateCommand implements Runnable, ShowsResults {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "RUN", description = "Folder of the run.")
  private Path run = Path.of("");

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Play other unseen paths: those of this seed. Default: the run's.")
  private @Nullable String seed;

  @Option(names = "--paths", paramLabel = "N", description = "How many. Default: the run's.")
  private @Nullable String paths;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Also write a report of this evaluation, such as again.html.")
  private @Nullable Path out;

  @Override
  public void run() {
    RunFolder.requireWritable(out);
    List<String> overrides = new ArrayList<>();
    if (seed != null) {
      overrides.add("seed=" + seed);
    }
    if (paths != null) {
      overrides.add("evaluation.paths=" + paths);
    }
    Evaluation evaluation = Run.open(run).evaluate(overrides);
    PrintWriter console = spec.commandLine().getOut();
    new ResultTable(evaluation).print(console);
    String ledger = evaluation.facts().get(Evaluation.LEDGER);
    if (ledger != null) {
      console.println(ledger);
    }
    if (out != null) {
      try {
        evaluation.report(out);
      } catch (IOException e) {
        throw new UserError("cannot write the report " + out + ": " + e.getMessage(), e);
      }
      console.println("The report: " + out);
      if (ledger == null) {
        console.println("Its trial stands in " + Ledger.beside(out).path() + ".");
      }
    }
  }
}
