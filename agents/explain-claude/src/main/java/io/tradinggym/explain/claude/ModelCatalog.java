package io.tradinggym.explain.claude;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Models by name, from a file: prices and cutoffs change, code does not know them. The file that ships is
 * {@code models.yaml} beside this class; whoever uses it verifies the prices.
 */
public final class ModelCatalog {
  private static final Set<String> KEYS =
      Set.of(
          "inputPrice",
          "outputPrice",
          "cacheReadPrice",
          "longPromptThreshold",
          "longInputPrice",
          "longOutputPrice",
          "trainingCutoff",
          "minCacheTokens",
          "maxOutputTokens");

  private static final double UNITS_PER_DOLLAR_A_MILLION = 100;

  private final Map<String, ModelTerms> models;

  private ModelCatalog(Map<String, ModelTerms> models) {
    this.models = Map.copyOf(models);
  }

  /** The models that ship. */
  public static ModelCatalog shipped() {
    try (InputStream in = ModelCatalog.class.getResourceAsStream("models.yaml")) {
      byte[] bytes = Objects.requireNonNull(in, "models.yaml").readAllBytes();
      return parse("models.yaml", new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The models of a file.
   *
   * @throws IllegalArgumentException if it cannot be read, or naming the model and what it lacks
   */
  public static ModelCatalog read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  static ModelCatalog parse(String file, String yaml) {
    try {
      Map<String, ModelTerms> models = new TreeMap<>();
      new YAMLMapper()
          .readTree(yaml)
          .properties()
          .forEach(
              entry -> models.put(entry.getKey(), terms(file, entry.getKey(), entry.getValue())));
      return new ModelCatalog(models);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(file + " is not YAML: " + e.getOriginalMessage(), e);
    }
  }

  private static ModelTerms terms(String file, String name, JsonNode node) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!KEYS.contains(entry.getKey())) {
        throw new IllegalArgumentException(
            file
                + ", "
                + name
                + ": no key "
                + entry.getKey()
                + "; there are "
                + new java.util.TreeSet<>(KEYS));
      }
    }
    for (String needed :
        new String[] {
          "inputPrice", "outputPrice", "cacheReadPrice", "trainingCutoff", "maxOutputTokens"
        }) {
      if (!node.has(needed)) {
        throw new IllegalArgumentException(
            file + ": model " + name + " has no " + needed + "; it is not used without");
      }
    }
    try {
      return new ModelTerms(
          name,
          price(node, "inputPrice"),
          price(node, "outputPrice"),
          price(node, "cacheReadPrice"),
          node.path("longPromptThreshold").asInt(),
          price(node, "longInputPrice"),
          price(node, "longOutputPrice"),
          LocalDate.parse(node.get("trainingCutoff").asText()),
          node.path("minCacheTokens").asInt(),
          node.get("maxOutputTokens").asInt());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          file
              + ": trainingCutoff of "
              + name
              + " must be a day such as 2026-06-30, was "
              + node.get("trainingCutoff").asText(),
          e);
    }
  }

  /** 1e-8 dollars a token from dollars a million tokens. */
  private static long price(JsonNode node, String key) {
    return Math.round(node.path(key).asDouble() * UNITS_PER_DOLLAR_A_MILLION);
  }

  /**
   * A model.
   *
   * @throws IllegalArgumentException if it is not in the file: then its price and cutoff are not known
   */
  public ModelTerms terms(String name) {
    ModelTerms terms = models.get(name);
    if (terms == null) {
      throw new IllegalArgumentException(
          "no price and cutoff of a model "
              + name
              + "; there are "
              + new java.util.TreeSet<>(models.keySet()));
    }
    return terms;
  }

  /** Names, sorted. */
  public Set<String> names() {
    return new java.util.TreeSet<>(models.keySet());
  }
}
