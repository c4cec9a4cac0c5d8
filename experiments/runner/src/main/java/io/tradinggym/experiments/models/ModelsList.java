package io.tradinggym.experiments.models;

import io.tradinggym.allocator.registry.Alias;
import io.tradinggym.allocator.registry.ModelCard;
import io.tradinggym.allocator.registry.ModelRegistry;
import io.tradinggym.experiments.UserError;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists versions. */
@Command(name = "list", description = "Lists the versions of all roles, or of one.")
final class ModelsList implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ModelsCommand.Where where = new ModelsCommand.Where();

  @Parameters(index = "0", arity = "0..1", paramLabel = "ROLE", description = "Only this one.")
  private @Nullable String role;

  @Override
  public void run() {
    ModelStore store = where.store();
    List<String> roles = role == null ? store.roles() : List.of(role);
    if (roles.isEmpty()) {
      ModelsCommand.say(
          spec,
          store.folder()
              + " holds no models; experiments/run train ... --register ROLE adds some.");
    }
    for (String each : roles) {
      try {
        list(each, store.registry(each));
      } catch (IOException e) {
        throw store.unreadable(e);
      } catch (IllegalArgumentException e) {
        throw new UserError(String.valueOf(e.getMessage()), e);
      }
    }
  }

  private void list(String name, ModelRegistry registry) throws IOException {
    boolean trades = registry.champion(ModelsCommand.now()).isPresent();
    ModelsCommand.say(spec, name + (trades ? "" : "  (holds cash: no champion that may trade)"));
    for (String id : registry.versions()) {
      ModelCard card = registry.card(id);
      ModelsCommand.say(
          spec,
          String.format(
              Locale.ROOT,
              "  %-12s  %-10s  seed %-4d  score %-9s  %s%s%s",
              ModelStore.shortened(id),
              aliases(registry, id),
              card.seed(),
              card.findings().getOrDefault("score of this seed", "-"),
              range(card),
              card.parent().isEmpty() ? "" : "  from " + ModelStore.shortened(card.parent()),
              card.expires() == 0 ? "" : "  until " + day(card.expires())));
    }
  }

  private static String range(ModelCard card) {
    int hash = card.data().indexOf(" sha256:");
    return hash < 0 ? card.data() : card.data().substring(0, hash);
  }

  static String day(long millis) {
    return Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static String aliases(ModelRegistry registry, String id) throws IOException {
    List<String> names = new ArrayList<>();
    for (Alias alias : Alias.values()) {
      if (registry.version(alias).filter(id::equals).isPresent()) {
        names.add(alias.name().toLowerCase(Locale.ROOT));
      }
    }
    return String.join(",", names);
  }
}
