package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.mlflow.MlflowException;
import io.tradinggym.experiments.mlflow.MlflowExport;
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

/** Runs for an MLflow server. */
@Command(
    name = "mlflow",
    description =
        "Writes finished runs to an MLflow server: settings, figures, training curves. What is"
            + " there already is not written again. $MLFLOW_TRACKING_TOKEN, or"
            + " $MLFLOW_TRACKING_USERNAME and $MLFLOW_TRACKING_PASSWORD, are sent along.")
final class MlflowCommand implements Runnable {
  private static final String VARIABLE = "MLFLOW_TRACKING_URI";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "RUN", description = "Folders of finished runs.")
  private List<Path> runs = new ArrayList<>();

  @Option(
      names = "--to",
      paramLabel = "URL",
      description = "The server, such as http://localhost:5000. Default: $" + VARIABLE + ".")
  private @Nullable String address;

  @Option(
      names = "--experiment",
      paramLabel = "NAME",
      description = "Made if it is not there. Default: ${DEFAULT-VALUE}.")
  private String experiment = "Trading Gym";

  @Override
  public void run() {
    String to = address == null ? System.getenv(VARIABLE) : address;
    if (to == null || to.isBlank()) {
      throw new UserError("mlflow needs --to URL, or $" + VARIABLE);
    }
    PrintWriter out = spec.commandLine().getOut();
    try {
      MlflowExport export = new MlflowExport(to, experiment, System.getenv());
      for (Path run : runs) {
        out.println(run + ": run " + export.write(run) + " of \"" + experiment + "\"");
        out.flush();
      }
    } catch (MlflowException e) {
      throw new UserError("MLflow: " + e.getMessage(), e);
    }
  }
}
