package io.tradinggym.experiments.models;

import java.nio.file.Path;
import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Versions of trained models, and the names champion, challenger and previous. */
@Command(
    name = "models",
    description = {
      "Versions of trained models, which never change, and the names champion, challenger and"
          + " previous, which move.",
      "A version is written ROLE/ID (its first digits are enough) or ROLE/ALIAS; train --register"
          + " ROLE adds some."
    },
    subcommands = {
      ModelsList.class,
      ModelsShow.class,
      ModelsAdd.class,
      ModelsPromote.class,
      ModelsRollback.class
    },
    synopsisSubcommandLabel = "COMMAND")
public final class ModelsCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** For picocli. */
  public ModelsCommand() {}

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** What every one of its commands takes. */
  static final class Where {
    @Option(
        names = "--models",
        paramLabel = "DIR",
        description = "Folder of the models. Default: ${DEFAULT-VALUE}.")
    private Path folder = Path.of(ModelStore.DEFAULT);

    ModelStore store() {
      return new ModelStore(folder);
    }
  }

  /** The time of a move. */
  static long now() {
    return InstantSource.system().millis();
  }

  /** Prints a line. */
  static void say(CommandSpec spec, String line) {
    CommandLine command = spec.commandLine();
    command.getOut().println(line);
    command.getOut().flush();
  }
}
