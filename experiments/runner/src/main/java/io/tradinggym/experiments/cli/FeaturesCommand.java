package io.tradinggym.experiments.cli;

import io.tradinggym.data.feature.Catalog;
import io.tradinggym.data.feature.Formula;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.signals.FeatureFile;
import io.tradinggym.experiments.signals.SourceFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Computes features of a ticker, or lists what there is. */
@Command(
    name = "features",
    description = {
      "Computes features of a ticker's daily bars into a file, each as it was known at its bar's"
          + " close.",
      "Without --ticker it lists all features with parameters, formula, unit and source."
    })
final class FeaturesCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--data", paramLabel = "DIR", description = "Folder of files such as SPY.csv.")
  private @Nullable Path data;

  @Option(names = "--ticker", paramLabel = "T", description = "Whose bars.")
  private @Nullable String ticker;

  @Option(
      names = "--set",
      paramLabel = "TEXT",
      description = "Features, such as \"s0, rsi(14), ta4j:Aroon(25)\". Default: ${DEFAULT-VALUE}.")
  private String set = "s0";

  @Option(
      names = "--source",
      paramLabel = "NAME=FILE",
      description =
          "What features may look at beside the bars: a CSV of dates and values, each known by its"
              + " series' rule (VIXCLS, DGS10, UNRATE ...), or of bars, known at the close.")
  private Map<String, Path> sources = new LinkedHashMap<>();

  @Option(
      names = "--sources",
      paramLabel = "DIR",
      description = "All files of a folder that collect made, such as DIR/series/SPY, by name.")
  private @Nullable Path folder;

  @Option(names = "--out", paramLabel = "FILE", description = "Where to write, .csv or .parquet.")
  private @Nullable Path out;

  @Override
  public void run() {
    PrintWriter print = spec.commandLine().getOut();
    if (ticker == null && (data != null || out != null)) {
      throw new UserError("features of files need --ticker T, --data DIR and --out FILE");
    }
    if (ticker == null) {
      Catalog.standard().formulas().forEach(formula -> print.println(line(formula)));
      return;
    }
    if (data == null || out == null) {
      throw new UserError("--ticker needs --data DIR and --out FILE");
    }
    FeatureFile.Written written =
        FeatureFile.write(data, ticker, set, SourceFiles.read(folder, sources), out);
    print.printf(
        "%s: %d features x %d bars, %d values missing%nmanifest: %s%n",
        out, written.features(), written.bars(), written.missing(), written.manifest());
  }

  private static String line(Formula formula) {
    String parameters =
        formula.parameters().stream()
            .map(
                each ->
                    each.fallback().isEmpty() ? each.name() : each.name() + "=" + each.fallback())
            .collect(Collectors.joining(","));
    return "%-28s %s; %s; %s"
        .formatted(
            formula.name() + (parameters.isEmpty() ? "" : "(" + parameters + ")"),
            formula.formula(),
            formula.unit(),
            formula.source());
  }
}
