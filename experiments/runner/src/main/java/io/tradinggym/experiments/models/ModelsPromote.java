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

/** Makes a version the champion, or the challenger. */
@Command(
    name = "promote",
    description = "Makes a version its role's champion; the champion becomes the previous one.")
final class ModelsPromote implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ModelsCommand.Where where = new ModelsCommand.Where();

  @Parameters(index = "0", paramLabel = "VERSION", description = "ROLE/ID or ROLE/challenger.")
  private String version = "";

  @Option(names = "--challenger", description = "Only the challenger: it is tried, not traded.")
  private boolean challenger;

  @Option(
      names = "--why",
      required = true,
      paramLabel = "REASON",
      description = "For the record, such as the result of a comparison.")
  private String why = "";

  @Override
  public void run() {
    ModelStore store = where.store();
    ModelStore.Version found = store.find(version);
    ModelRegistry registry = store.registry(found.role());
    try {
      long now = ModelsCommand.now();
      registry.model(found.id()); // a version that was tampered with gets no name
      if (challenger) {
        registry.challenge(found.id(), now, why);
      } else {
        registry.promote(found.id(), now, why);
      }
      ModelsCommand.say(spec, ModelsShow.dated(registry.moves().getLast()));
      if (!challenger && registry.champion(now).isEmpty()) {
        ModelsCommand.say(spec, "note: " + found + " has expired, so the role holds cash");
      }
    } catch (IOException e) {
      throw store.unreadable(e);
    } catch (IllegalStateException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }
}
