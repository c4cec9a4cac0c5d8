package io.tradinggym.experiments.models;

import io.tradinggym.allocator.registry.ModelRegistry;
import io.tradinggym.experiments.UserError;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the previous version the champion again. */
@Command(
    name = "rollback",
    description =
        "Makes a role's previous version the champion again, and the champion the previous one.")
final class ModelsRollback implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ModelsCommand.Where where = new ModelsCommand.Where();

  @Parameters(index = "0", paramLabel = "ROLE", description = "Such as trend.")
  private String role = "";

  @Option(names = "--why", required = true, paramLabel = "REASON", description = "For the record.")
  private String why = "";

  @Override
  public void run() {
    ModelStore store = where.store();
    ModelRegistry registry = store.registry(role);
    try {
      registry.rollback(ModelsCommand.now(), why);
      ModelsCommand.say(spec, ModelsShow.dated(registry.moves().getLast()));
    } catch (IOException e) {
      throw store.unreadable(e);
    } catch (IllegalStateException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }
}
