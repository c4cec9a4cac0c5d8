package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.fuzz.FuzzReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads damaged files. */
@Command(
    name = "fuzz",
    description = {
      "Damages files of every kind that is read here, and holds each outcome to the rule: a value,"
          + " or a refusal that names file and fault.",
      "Exit code 1 if one is neither. The same seed and number make the same damage."
    })
final class FuzzCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "KIND",
      description = "Only kinds whose name contains this, such as bars or policies.")
  private String only = "";

  @Option(names = "--mutations", paramLabel = "N", description = "Of each kind. Default: 1000.")
  private long mutations = 1000;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the damage. Default: 1.")
  private long seed = 1;

  @Option(
      names = "--keep",
      paramLabel = "FOLDER",
      description = "Write the bytes of each failure here.")
  private @Nullable Path keep;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (mutations < 1) {
      throw new UserError("--mutations must be >= 1, was " + mutations);
    }
    return FuzzReport.run(only, mutations, seed, keep, spec.commandLine().getOut()) > 0 ? 1 : 0;
  }
}
