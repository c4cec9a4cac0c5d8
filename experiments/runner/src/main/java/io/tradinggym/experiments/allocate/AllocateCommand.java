package io.tradinggym.experiments.allocate;

import io.tradinggym.experiments.CodeVersion;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.ledger.Ledger;
import io.tradinggym.experiments.models.ModelStore;
import io.tradinggym.experiments.report.EvaluationReport;
import io.tradinggym.experiments.report.ShowsResults;
import io.tradinggym.experiments.run.GoesOn;
import io.tradinggym.experiments.run.RunFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shares the capital of one account out among specialists. */
@Command(
    name = "allocate",
    description = {
      "Plays specialists in sleeves of one account under rules that share the capital out, on a"
          + " simulated or replayed market.",
      "The report splits the profit by specialist, regime, allocation and netting, to the unit, and"
          + " explains the moves of capital."
    })
public final class AllocateCommand implements Runnable, ShowsResults {
  private static final String REPORT = "report.html";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "CONFIG",
      description = "A YAML or JSON file, such as experiments/configs/allocate-watchlist.yaml.")
  private Path config = Path.of("");

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "Sets a value of the configuration, such as limits.band=0.05. May be repeated.")
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Folder of the models. Default: ${DEFAULT-VALUE}.")
  private Path models = Path.of(ModelStore.DEFAULT);

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the results. Default: runs/NAME.")
  private @Nullable Path out;

  /** For picocli. */
  public AllocateCommand() {}

  @Override
  public void run() {
    AllocateConfig told = AllocateConfig.read(config, overrides);
    RunFolder folder = RunFolder.create(out == null ? RunFolder.free(told.name()) : out);
    AllocationRun run =
        new AllocationRun(
            told,
            new ModelSpecialists(new ModelStore(models), folder, InstantSource.system().millis())
                .of(told.specialists()));
    folder.writeJson(RunFolder.MANIFEST, manifest(told, run, "running"));
    AllocationRun.Played played;
    try (GoesOn _ = GoesOn.anew(folder.path())) {
      played = run.play();
    }
    AllocationReport report = new AllocationReport(run, played);
    folder.write("report.txt", report.text());
    folder.write("moves.txt", report.allMoves().text());
    folder.writeJson("allocation.json", report.json());
    // Everybody who was configured is a look at this market, and the report below counts them.
    Ledger ledger = Ledger.beside(folder.path());
    told.allocators()
        .forEach(
            each ->
                EvaluationReport.enter(Objects.requireNonNull(played.byName().get(each)), ledger));
    try {
      Map.Entry<String, Evaluation> first = played.byName().entrySet().iterator().next();
      EvaluationReport.write(
          first.getValue(),
          told.name() + ": " + first.getKey(),
          run.provenance(),
          folder.file(REPORT),
          ledger);
    } catch (IOException e) {
      throw new UserError("cannot write the report: " + e.getMessage(), e);
    }
    folder.writeJson(RunFolder.MANIFEST, manifest(told, run, "finished"));
    PrintWriter print = spec.commandLine().getOut();
    print.println(report.text());
    print.println("The report: " + folder.file(REPORT) + ", report.txt and moves.txt beside it");
    print.flush();
  }

  private static Map<String, Object> manifest(
      AllocateConfig config, AllocationRun run, String state) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("state", state);
    content.put("command", "allocate");
    content.put("version", CodeVersion.describe());
    content.put("configuration", config);
    content.put("specialists", run.specialists().toString());
    content.put("data_sha256", run.market().fingerprint());
    return content;
  }
}
