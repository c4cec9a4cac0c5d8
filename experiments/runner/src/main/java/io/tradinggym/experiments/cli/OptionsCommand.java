package io.tradinggym.experiments.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.options.ChainStudy;
import io.tradinggym.experiments.options.DailyCloses;
import io.tradinggym.experiments.options.StudyJson;
import io.tradinggym.experiments.options.StudyTable;
import io.tradinggym.experiments.report.Disclaimer;
import io.tradinggym.experiments.report.ShowsResults;
import io.tradinggym.options.analysis.AnalyzerSettings;
import io.tradinggym.options.analysis.ScoreWeights;
import io.tradinggym.options.analysis.Signal;
import io.tradinggym.options.chain.ChainFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks through an option chain for a bullish or bearish signal. */
@Command(
    name = "options",
    description = {
      "Looks through an option chain: is volatility cheap, does it threaten to collapse, which"
          + " options suit a bullish or bearish signal, what would a spread cost.",
      "Reads the layouts of Yahoo, OptionLab and Lean (CSV, plain or gzip). Broken quotes are left"
          + " out and counted."
    })
final class OptionsCommand implements Runnable, ShowsResults {
  private static final Set<String> PARTS = Set.of("expiry", "moneyness", "liquidity", "delta");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--chain", required = true, paramLabel = "FILE", description = "The chain.")
  private Path chain = Path.of("");

  @Option(
      names = "--signal",
      required = true,
      paramLabel = "BULL|BEAR",
      description = "Where the underlying is thought to go.")
  private Signal signal = Signal.BULL;

  @Option(
      names = "--history",
      paramLabel = "FILE",
      description = "Daily bars of the underlying, for the volatility of the last 20 days.")
  private @Nullable Path history;

  @Option(
      names = "--spot",
      paramLabel = "P",
      description = "Price of the underlying. Default: by put-call parity.")
  private @Nullable Double spot;

  @Option(
      names = "--earnings",
      paramLabel = "DATE",
      description = "The next announcement, such as 2025-10-28.")
  private @Nullable LocalDate earnings;

  @Option(
      names = "--date",
      paramLabel = "DATE",
      description =
          "The quotes are of the close of this day. Default: the last trade in the file, or the"
              + " date in its name.")
  private @Nullable LocalDate date;

  @Option(
      names = "--rate",
      paramLabel = "R",
      description =
          "Interest, continuously compounded, such as 0.04. Default: the carry of the chain.")
  private @Nullable Double rate;

  @Option(
      names = "--max-age",
      paramLabel = "DAYS",
      description = "Leave out options that last traded longer ago, where the file says so.")
  private @Nullable Integer maxAge;

  @Option(
      names = "--strict",
      description = "Refuse the file at its first broken quote instead of leaving it out.")
  private boolean strict;

  @Option(
      names = "--weights",
      paramLabel = "PART=W",
      split = ",",
      description =
          "Weights of the score's parts: expiry, moneyness, liquidity, delta. Default: 1 each.")
  private Map<String, Double> weights = new LinkedHashMap<>();

  @Option(names = "--json", description = "One JSON object instead of a page of text.")
  private boolean json;

  @Override
  public void run() {
    ChainStudy study =
        ChainStudy.of(
            new ChainStudy.Question(
                file(),
                signal,
                Optional.ofNullable(history).map(DailyCloses::read),
                spot(),
                Optional.ofNullable(earnings),
                rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate(rate)),
                AnalyzerSettings.DEFAULT.withWeights(scoreWeights())));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectNode result = StudyJson.of(study);
      result.put("disclaimer", Disclaimer.TEXT);
      out.println(result.toPrettyString());
    } else {
      new StudyTable(study).print(out);
      out.println();
    }
  }

  private ChainFile file() {
    ChainFile file = ChainFile.of(chain);
    if (maxAge != null) {
      if (maxAge < 0) {
        throw new UserError("--max-age must be >= 0, was " + maxAge);
      }
      file = file.excludingOlderThan(Duration.ofDays(maxAge));
    }
    if (date != null) {
      file = file.on(date);
    }
    return strict ? file : file.excludingBroken();
  }

  private OptionalDouble spot() {
    if (spot == null) {
      return OptionalDouble.empty();
    }
    if (!(spot > 0 && spot < Double.POSITIVE_INFINITY)) {
      throw new UserError("--spot must be > 0, was " + spot);
    }
    return OptionalDouble.of(spot);
  }

  private static double rate(double value) {
    if (!(Math.abs(value) < 1)) {
      throw new UserError("--rate must be between -1 and 1, such as 0.04 for 4 %, was " + value);
    }
    return value;
  }

  private ScoreWeights scoreWeights() {
    for (String part : weights.keySet()) {
      if (!PARTS.contains(part)) {
        throw new UserError(
            "--weights knows expiry, moneyness, liquidity and delta, not \"" + part + "\"");
      }
    }
    try {
      return new ScoreWeights(
          weights.getOrDefault("expiry", 1.0),
          weights.getOrDefault("moneyness", 1.0),
          weights.getOrDefault("liquidity", 1.0),
          weights.getOrDefault("delta", 1.0));
    } catch (IllegalArgumentException e) {
      throw new UserError("--weights: " + e.getMessage(), e);
    }
  }

  @Override
  public boolean toReaders() {
    return !json;
  }
}
