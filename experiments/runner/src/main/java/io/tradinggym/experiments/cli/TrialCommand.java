package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.ledger.Ledger;
import io.tradinggym.experiments.report.ShowsResults;
import io.tradinggym.experiments.report.Text;
import io.tradinggym.experiments.run.RunFolder;
import io.tradinggym.experiments.run.Trial;
import io.tradinggym.experiments.run.TrialResult;
import io.tradinggym.experiments.run.TrialSet;
import io.tradinggym.experiments.work.Workers;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One training as a function of a file and a seed, or many. */
@Command(
    name = "trial",
    description =
        "Trains one agent from a specification and a seed, and writes what came of it: the same"
            + " bytes on every machine. For job arrays and searches; the test range stays shut.")
final class TrialCommand implements Runnable, ShowsResults {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--spec",
      required = true,
      paramLabel = "FILE",
      description = "A configuration, as train takes it.")
  private Path file = Path.of("");

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description =
          "Sets a value of the configuration, such as algorithm.gamma=0.95. May be repeated.")
  private List<String> overrides = new ArrayList<>();

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the training. Default: 7.")
  private long seed = 7;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description =
          "So many seeds, from --seed on: --out is a folder then, and gets a file trial-SEED.json"
              + " for each; those that are there are not done again.")
  private @Nullable Integer seeds;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Of several seeds, trainings at a time. Default: the processors there are.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Mixin private WorkOptions work = new WorkOptions();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the result goes, as JSON.")
  private Path out = Path.of("");

  @Override
  public void run() {
    if (seeds != null) {
      several(seeds);
      return;
    }
    if (work.elsewhere()) {
      throw new UserError("--on needs --seeds: a single trial is done here");
    }
    RunFolder.requireWritable(out);
    TrialResult result = Trial.run(read(), seed, Ledger.beside(out));
    RunFolder.replace(out, result.bytes());
    spec.commandLine()
        .getOut()
        .printf("seed %d: validation %s, SHA-256 %s%n", seed, result.validation(), result.hash());
  }

  private void several(int count) {
    if (count < 1 || threads < 1) {
      throw new UserError("--seeds and --threads must be >= 1, were " + count + " and " + threads);
    }
    if (seed > Long.MAX_VALUE - count) {
      throw new UserError("--seed must leave room for " + count + " seeds, was " + seed);
    }
    PrintWriter say = spec.commandLine().getOut();
    TrialSet set = new TrialSet(read(), out);
    try (Workers pool = work.workers(threads, say)) {
      String hash =
          set.complete(
              seed,
              count,
              Ledger.beside(out),
              pool,
              result -> say.printf("seed %d: validation %s%n", result.seed(), result.validation()));
      say.printf("%s in %s, SHA-256 of all: %s%n", Text.count(count, "trial"), out, hash);
    }
  }

  private String read() {
    return ConfigFile.with(ConfigFile.text(file), overrides, file.toString());
  }
}
