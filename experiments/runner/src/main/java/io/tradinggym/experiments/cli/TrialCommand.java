package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.ledger.Ledger;
import io.tradinggym.experiments.run.RunFolder;
import io.tradinggym.experiments.run.Trial;
import io.tradinggym.experiments.run.TrialResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One training as a function of a file and a seed. */
@Command(
    name = "trial",
    description =
        "Trains one agent from a specification and a seed, and writes what came of it: the same"
            + " bytes on every machine. For job arrays and searches; the test range stays shut.")
final class TrialCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--spec",
      required = true,
      paramLabel = "FILE",
      description = "A configuration, as train takes it.")
  private Path file = Path.of("");

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the training. Default: 7.")
  private long seed = 7;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the result goes, as JSON.")
  private Path out = Path.of("");

  @Override
  public void run() {
    RunFolder.requireWritable(out);
    TrialResult result = Trial.run(read(), seed, Ledger.beside(out));
    RunFolder.replace(out, result.bytes());
    spec.commandLine()
        .getOut()
        .printf("seed %d: validation %s, SHA-256 %s%n", seed, result.validation(), result.hash());
  }

  private String read() {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new UserError("there is no specification " + file, e);
    } catch (IOException e) {
      throw new UserError("cannot read the specification " + file + ": " + e.getMessage(), e);
    }
  }
}
