package io.tradinggym.experiments.allocate;

import io.tradinggym.allocator.desk.Specialists;
import io.tradinggym.allocator.registry.ModelCard;
import io.tradinggym.allocator.registry.ModelRegistry;
import io.tradinggym.api.Registration;
import io.tradinggym.api.Registry;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.models.ModelStore;
import io.tradinggym.experiments.run.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes specialists of a configuration's members. A model's environment and options come from its card; its bytes are
 * kept in the run's folder, so that the run can be told again when names have moved. A model that has expired by then
 * holds cash.
 *
 * @param store of the models
 * @param folder of the run
 * @param now epoch milliseconds by which models expire
 */
record ModelSpecialists(ModelStore store, RunFolder folder, long now) {
  private static final String OPTION = "environment.options.";
  private static final Set<String> OWN = Set.of("market", "episode", "randomStart");

  Specialists of(Map<String, AllocateConfig.Member> members) {
    List<String> texts = new ArrayList<>();
    members.forEach(
        (name, member) -> {
          String kind = member.rule().isEmpty() ? model(name, member.model()) : member.rule();
          String on = member.on().isEmpty() ? "" : " on " + String.join(" ", member.on());
          texts.add(name + ": " + kind + on);
        });
    try {
      return Specialists.parse(String.join("; ", texts));
    } catch (IllegalArgumentException e) {
      throw new UserError("specialists: " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }

  private String model(String name, String version) {
    ModelStore.Version found = store.find(version);
    ModelRegistry registry = store.registry(found.role());
    try {
      ModelCard card = registry.card(found.id());
      if (card.expires() > 0 && now >= card.expires()) {
        return "cash";
      }
      Path file = folder.file("models/" + name + ".policy");
      RunFolder.replace(file, registry.model(found.id()));
      return kind(file, found, card.settings());
    } catch (IOException e) {
      throw new UserError("cannot read the model " + found + ": " + e.getMessage(), e);
    }
  }

  private static String kind(Path file, ModelStore.Version version, Map<String, String> settings) {
    String id = settings.get("environment.id");
    if (id == null) {
      throw new UserError("the card of " + version + " does not say in which environment it acts");
    }
    StringBuilder kind = new StringBuilder("policy(").append(file).append(',').append(id);
    Registration registration = Registry.global().get(id);
    new TreeMap<>(settings)
        .forEach(
            (key, value) -> {
              String option = key.startsWith(OPTION) ? key.substring(OPTION.length()) : "";
              boolean known =
                  registration.options().stream()
                      .anyMatch(one -> one.name().equals(option) && one.parser() != null);
              if (known && !OWN.contains(option)) {
                // A list in parentheses: its commas end no setting.
                String text = value.contains(",") ? "(" + value + ")" : value;
                kind.append(',').append(option).append('=').append(text);
              }
            });
    return kind.append(')').toString();
  }
}
