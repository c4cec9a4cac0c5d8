package io.tradinggym.experiments.models;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.run.RunFolder;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds the agents of a run. */
@Command(name = "add", description = "Adds the agents of a finished run as versions of a role.")
final class ModelsAdd implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ModelsCommand.Where where = new ModelsCommand.Where();

  @Parameters(index = "0", paramLabel = "RUN", description = "Folder of the run.")
  private Path run = Path.of("");

  @Option(names = "--role", required = true, paramLabel = "ROLE", description = "Such as trend.")
  private String role = "";

  @Option(
      names = "--expires",
      paramLabel = "DATE",
      description = "From this day on (UTC) they may not trade: the role holds cash.")
  private @Nullable String expires;

  @Override
  public void run() {
    List<ModelStore.Version> added =
        new RegisteredRun(RunFolder.open(run)).into(where.store(), role, expiry(expires));
    added.forEach(version -> ModelsCommand.say(spec, "added " + version));
  }

  /** Epoch milliseconds of the start of a day, 0 for none. */
  static long expiry(@Nullable String day) {
    if (day == null) {
      return 0;
    }
    try {
      return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    } catch (DateTimeException e) {
      throw new UserError("--expires takes a day such as 2027-06-30, was " + day, e);
    }
  }
}
