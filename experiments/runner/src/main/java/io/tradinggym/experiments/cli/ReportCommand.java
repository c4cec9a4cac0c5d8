package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.run.RunFolder;
import io.tradinggym.experiments.run.RunReport;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the report of a run again. */
@Command(
    name = "report",
    description = "Writes report.html of a finished run again, from what the run's folder holds.")
final class ReportCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "RUN", description = "Folder of the run.")
  private Path run = Path.of("");

  @Override
  public void run() {
    spec.commandLine().getOut().println(RunReport.rewrite(RunFolder.open(run)));
  }
}
