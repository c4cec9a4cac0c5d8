package io.tradinggym.experiments.models;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradinggym.allocator.registry.ModelCard;
import io.tradinggym.allocator.registry.ModelRegistry;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.report.Text;
import io.tradinggym.experiments.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts the agents of a finished run into a store, each with a card: what it learned on, from which seed, with which
 * settings and code, what it scored beside the controls, at which costs, how often was tried, and where it ends.
 */
public final class RegisteredRun {
  private final RunFolder folder;
  private final JsonNode manifest;
  private final JsonNode configuration;
  private final JsonNode metrics;

  /**
   * A run.
   *
   * @throws UserError if it is not finished
   */
  public RegisteredRun(RunFolder folder) {
    this.folder = folder;
    manifest = folder.readJson(RunFolder.MANIFEST);
    configuration = manifest.path("configuration");
    if (!manifest.path("state").asText().equals("finished")) {
      throw new UserError(folder.path() + " is not finished; go on with: train --resume");
    }
    metrics = folder.readJson("metrics.json");
  }

  /**
   * Adds every agent as a version of a role. Names do not move: that is a decision of its own.
   *
   * @param expires epoch milliseconds from which on they may not trade; 0 = never
   * @return the versions, by seed
   */
  public List<ModelStore.Version> into(ModelStore store, String role, long expires) {
    store.requireSameTask(
        role,
        "by its manifest.json those of the run " + folder.path(),
        configuration.path("environment").path("id").asText());
    ModelRegistry registry = store.open(role);
    List<ModelStore.Version> added = new ArrayList<>();
    long first = configuration.path("seed").asLong();
    int seeds = configuration.path("seeds").asInt();
    try {
      String parent = parent(store, role);
      for (int i = 0; i < seeds; i++) {
        byte[] model = Files.readAllBytes(folder.file("policies/seed-" + (first + i)));
        ModelCard card =
            new ModelCard(
                role,
                parent,
                data(),
                first + i,
                manifest.path("version").asText(),
                settings(),
                expires,
                findings(i));
        added.add(new ModelStore.Version(role, registry.add(card, model)));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError(
          "cannot register the run "
              + folder.path()
              + " by its manifest.json and metrics.json in "
              + store.folder()
              + ": "
              + e.getMessage(),
          e);
    }
    return added;
  }

  /** The version of the same role from which a warm start began, if the store holds it. */
  private String parent(ModelStore store, String role) throws IOException {
    String from = configuration.path("from").asText("null");
    if (from.equals("null") || !Files.isRegularFile(Path.of(from))) {
      return "";
    }
    return store
        .holding(Files.readAllBytes(Path.of(from)))
        .filter(version -> version.role().equals(role))
        .map(ModelStore.Version::id)
        .orElse("");
  }

  /** Range and hash of what was learned from. */
  private String data() {
    JsonNode market = configuration.path("market");
    String range =
        market.has("train")
            ? market.path("train").asText()
            : market
                .path("simulated")
                .asText(configuration.path("environment").path("id").asText());
    JsonNode hash = manifest.path("data_sha256").path("train");
    return hash.isMissingNode() ? range : range + " sha256:" + hash.asText();
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    for (String part : List.of("algorithm", "environment", "market", "from")) {
      flatten(part, configuration.path(part), settings);
    }
    return settings;
  }

  private static void flatten(String path, JsonNode node, Map<String, String> into) {
    if (node.isObject()) {
      node.properties().forEach(e -> flatten(path + "." + e.getKey(), e.getValue(), into));
    } else if (node.isArray()) {
      into.put(path, node.toString());
    } else if (!node.isNull() && !node.isMissingNode()) {
      into.put(path, node.asText().replace('\n', ' '));
    }
  }

  private Map<String, String> findings(int seed) {
    Map<String, String> findings = new TreeMap<>();
    String agent = configuration.path("algorithm").path("name").asText();
    metrics
        .path("contenders")
        .properties()
        .forEach(
            entry -> {
              JsonNode all = entry.getValue();
              JsonNode scores = all.path("scores");
              if (entry.getKey().equals(agent)) {
                findings.put("score of this seed", figure(mean(scores.path(seed))));
                findings.put("score of all seeds", interval(all));
              } else {
                findings.put("score of " + entry.getKey(), interval(all));
              }
            });
    findings.put("score is", metrics.path("score").asText() + ", interquartile mean [95 %]");
    JsonNode bar = configuration.path("evaluation").path("bar");
    if (bar.isNumber()) {
      findings.put("bar", bar.asText());
    }
    JsonNode ledger = manifest.path("ledger");
    findings.put(
        "ledger",
        Text.count(ledger.path("trials").size(), "agent")
            + ", "
            + Text.count(ledger.path("candidates").asInt(), "candidate")
            + ", test opened "
            + Text.count(ledger.path("test_opened").asInt(), "time")
            + ", run "
            + manifest.path("journal_sha256").asText());
    findings.put(
        "limits",
        configuration.path("market").has("data")
            ? "one history; the next years need not be like it"
            : "a simulated market; promises nothing about markets");
    return findings;
  }

  private static String interval(JsonNode standing) {
    JsonNode bounds = standing.path("interval_95");
    return figure(standing.path("interquartile_mean").asDouble())
        + " ["
        + figure(bounds.path(0).asDouble())
        + ", "
        + figure(bounds.path(1).asDouble())
        + "]";
  }

  private static double mean(JsonNode scores) {
    double sum = 0;
    for (JsonNode score : scores) {
      sum += score.asDouble();
    }
    return sum / scores.size();
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
