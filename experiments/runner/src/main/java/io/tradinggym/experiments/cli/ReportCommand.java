package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.run.RunFolder;
import io.tradinggym.experiments.run.RunReport;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Write it there instead, such as again.html: the run's folder is read only then.")
  private @Nullable Path out;

  @Override
  public void run() {
    RunFolder.requireWritable(out);
    RunFolder folder = RunFolder.open(run);
    spec.commandLine()
        .getOut()
        .println(out == null ? RunReport.rewrite(folder) : RunReport.rewrite(folder, out));
  }
}
