package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.run.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What everything that runs understands. */
final class RunOptions {
  @Option(names = "--seed", paramLabel = "N", description = "Seed of everything random.")
  private @Nullable String seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads to use; the result is the same for any number. Default: the processors there"
              + " are.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the results. Default: runs/NAME.")
  private @Nullable Path out;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description =
          "Sets a value of the configuration, such as algorithm.gamma=0.95. May be repeated.")
  private List<String> overrides = new ArrayList<>();

  int threads() {
    if (threads < 1 || threads > 1024) {
      throw new UserError("--threads must be in 1 .. 1024, was " + threads);
    }
    return threads;
  }

  /** The overrides, with the seed among them. */
  List<String> overrides() {
    List<String> all = new ArrayList<>(overrides);
    if (seed != null) {
      all.add("seed=" + seed);
    }
    return all;
  }

  /** Those of a command that draws its seeds by itself. */
  List<String> overridesWithoutSeed(String why) {
    if (seed != null || overrides.stream().anyMatch(each -> each.startsWith("seed="))) {
      throw new UserError("a seed cannot be given: " + why);
    }
    return overrides();
  }

  /** Where to write: the folder asked for, or the first free one under {@code runs}. */
  Path out(String name) {
    return out == null ? RunFolder.free(name) : out;
  }
}
