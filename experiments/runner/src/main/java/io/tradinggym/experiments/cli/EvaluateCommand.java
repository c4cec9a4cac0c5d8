package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.run.Run;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays the agents of a run again. */
@Command(
    name = "evaluate",
    description =
        "Plays the agents of a finished run and the controls again, and prints the table.")
final class EvaluateCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "RUN", description = "Folder of the run.")
  private Path run = Path.of("");

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    new ResultTable(Run.open(run).evaluate()).print(out);
  }
}
