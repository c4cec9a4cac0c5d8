package io.tradinggym.experiments.models;

import io.tradinggym.allocator.registry.ModelCard;
import io.tradinggym.allocator.registry.ModelRegistry;
import io.tradinggym.experiments.UserError;
import java.io.IOException;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a version's card and the moves of its role. */
@Command(
    name = "show",
    description =
        "Shows where a version comes from, what it was worth, and how its role's names moved.")
final class ModelsShow implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ModelsCommand.Where where = new ModelsCommand.Where();

  @Parameters(
      index = "0",
      paramLabel = "VERSION",
      description =
          "ROLE (its champion), ROLE/champion, ROLE/challenger, ROLE/previous or ROLE/ID.")
  private String version = "";

  @Override
  public void run() {
    ModelStore store = where.store();
    ModelStore.Version found = store.find(version);
    ModelRegistry registry = store.registry(found.role());
    try {
      int bytes = registry.model(found.id()).length; // checks the hash
      ModelCard card = registry.card(found.id());
      line("id", found.id());
      line("role", card.role());
      line("size", bytes + " bytes, unchanged");
      line("parent", card.parent().isEmpty() ? "none: began anew" : card.parent());
      line("data", card.data());
      line("seed", Long.toString(card.seed()));
      line("code", card.code());
      line("expires", card.expires() == 0 ? "never" : ModelsList.day(card.expires()) + ", to cash");
      new TreeMap<>(card.findings()).forEach(this::line);
      new TreeMap<>(card.settings()).forEach((key, value) -> line("  " + key, value));
      ModelsCommand.say(spec, "Moves of " + found.role() + ":");
      registry.moves().forEach(move -> ModelsCommand.say(spec, "  " + dated(move)));
    } catch (IOException e) {
      throw store.unreadable(e);
    } catch (IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }

  /** A line of the record with its time as a day and ids as people read them. */
  static String dated(String move) {
    String[] words = move.split(" ", 6);
    StringBuilder text =
        new StringBuilder(ModelsList.day(Long.parseLong(words[0]))).append(' ').append(words[1]);
    String[] names = {"champion", "challenger", "previous"};
    for (int i = 0; i < names.length; i++) {
      if (!words[2 + i].equals("-")) {
        text.append(", ").append(names[i]).append(' ').append(ModelStore.shortened(words[2 + i]));
      }
    }
    return words.length > 5 && !words[5].isEmpty() ? text + ": " + words[5] : text.toString();
  }

  private void line(String name, String value) {
    ModelsCommand.say(spec, name + ": " + value);
  }
}
