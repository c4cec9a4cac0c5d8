package io.tradinggym.experiments.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradinggym.api.Nearest;
import io.tradinggym.experiments.UserError;
import io.tradinggym.market.data.csv.Decimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads one object of a configuration key by key, remembers which keys were asked for, and at the end refuses those
 * that nobody knows. Complaints name source, path, value and range.
 */
public final class Keys {
  private final ObjectNode object;
  private final String prefix;
  private final String source;
  private final TreeSet<String> known = new TreeSet<>();
  private final List<Keys> children = new ArrayList<>();
  private final @Nullable Keys parent;

  Keys(ObjectNode object, String prefix, String source) {
    this(object, prefix, source, null);
  }

  private Keys(ObjectNode object, String prefix, String source, @Nullable Keys parent) {
    this.object = object;
    this.prefix = prefix;
    this.source = source;
    this.parent = parent;
  }

  private JsonNode node(String key) {
    known.add(key);
    JsonNode node = object.get(key);
    return node == null || node.isNull() ? MissingNode.getInstance() : node;
  }

  /** Whether a key is given. */
  public boolean has(String key) {
    return !node(key).isMissingNode();
  }

  /** A part of the configuration with keys of its own; an empty one if it is missing. */
  public Keys child(String key) {
    JsonNode node = node(key);
    if (!node.isMissingNode() && !node.isObject()) {
      throw bad(key, node, "keys and values");
    }
    Keys child =
        new Keys(
            node instanceof ObjectNode given ? given : object.objectNode(),
            prefix + key + ".",
            source,
            this);
    children.add(child);
    return child;
  }

  /** Parts of a part, each under a name of its own choice, in order. */
  Map<String, Keys> named(String key) {
    Keys child = child(key);
    Map<String, Keys> named = new LinkedHashMap<>();
    child.object.fieldNames().forEachRemaining(name -> named.put(name, child.child(name)));
    return named;
  }

  /** A text; without a default the key must be given. */
  public String text(String key, @Nullable String byDefault) {
    JsonNode node = node(key);
    if (node.isMissingNode()) {
      if (byDefault == null) {
        throw new UserError(source + ": " + prefix + key + " is missing" + misspelt(prefix + key));
      }
      return byDefault;
    }
    if (!node.isValueNode()) {
      throw bad(key, node, "a text");
    }
    return node.asText();
  }

  /** The question whether a key that nobody asked for, here or above, is the one that is missing. */
  private String misspelt(String path) {
    String wanted = path.substring(prefix.length());
    String missing = wanted.indexOf('.') < 0 ? wanted : wanted.substring(0, wanted.indexOf('.'));
    for (String given : names()) {
      if (!known.contains(given) && Nearest.to(given, List.of(missing)).isPresent()) {
        return "; is " + prefix + given + " meant to be " + prefix + missing + "?";
      }
    }
    return parent == null ? "" : parent.misspelt(path);
  }

  /** A whole number within a range. */
  public long whole(String key, long byDefault, long least, long most) {
    JsonNode node = node(key);
    if (node.isMissingNode()) {
      return byDefault;
    }
    String range = "a whole number in " + least + " .. " + most;
    double value = number(key, node, range);
    if (value != Math.rint(value) || value < least || value > most) {
      throw bad(key, node, range);
    }
    return node.isIntegralNumber() ? node.longValue() : (long) value;
  }

  /** The same for small ones. */
  public int integer(String key, int byDefault, int least, int most) {
    return (int) whole(key, byDefault, least, most);
  }

  /** A number. */
  public double number(String key, double byDefault) {
    JsonNode node = node(key);
    return node.isMissingNode() ? byDefault : number(key, node, "a number");
  }

  private double number(String key, JsonNode node, String expected) {
    // YAML reads 3e-4 as text because it has no dot.
    double value =
        node.isNumber()
            ? node.doubleValue()
            : node.isTextual() ? decimal(node.textValue()) : Double.NaN;
    if (!(Math.abs(value) < Double.POSITIVE_INFINITY)) {
      throw bad(key, node, expected);
    }
    return value;
  }

  /** A number as people write it, underscores between its digits included; NaN if it is none. */
  public static double decimal(String text) {
    return Decimal.parse(text.strip().replace("_", ""));
  }

  /** True or false. */
  public boolean flag(String key, boolean byDefault) {
    JsonNode node = node(key);
    if (node.isMissingNode()) {
      return byDefault;
    }
    return switch (node.isValueNode() ? node.asText() : "") {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default -> throw bad(key, node, "true or false");
    };
  }

  /** A list of texts; one text counts as a list, split at commas. */
  public List<String> texts(String key, List<String> byDefault) {
    JsonNode node = node(key);
    if (node.isMissingNode()) {
      return byDefault;
    }
    List<String> texts = new ArrayList<>();
    if (node.isTextual()) {
      texts.addAll(List.of(node.textValue().strip().split("\\s*,\\s*")));
    } else if (node.isArray()) {
      for (JsonNode element : node) {
        if (!element.isValueNode()) {
          throw bad(key, element, "a text or a number; a list stands in quotes, \"[64, 64]\"");
        }
        texts.add(element.asText());
      }
    } else {
      throw bad(key, node, "a list");
    }
    return texts;
  }

  /**
   * All other keys as texts: options, which know what to make of them. Lists and objects read as options do, {@code 64,
   * 64} and {@code {every: 4, logStd: -2}}.
   *
   * @param taken keys that somebody else reads
   * @param options names there are
   */
  Map<String, String> rest(Set<String> taken, List<String> options) {
    known.addAll(options);
    Map<String, String> texts = new LinkedHashMap<>();
    object
        .properties()
        .forEach(
            entry -> {
              if (!taken.contains(entry.getKey())
                  && options.contains(entry.getKey())
                  && !entry.getValue().isNull()) {
                texts.put(entry.getKey(), text(entry.getValue()));
              }
            });
    return texts;
  }

  private static String text(JsonNode node) {
    List<String> parts = new ArrayList<>();
    if (node.isObject()) {
      node.properties().forEach(entry -> parts.add(entry.getKey() + ": " + text(entry.getValue())));
      return "{" + String.join(", ", parts) + "}";
    }
    if (node.isArray()) {
      node.forEach(element -> parts.add(text(element)));
      return String.join(", ", parts);
    }
    return node.asText();
  }

  /** Whatever keys there are, as texts, lists as {@code 64, 64}: for things that bring their own names. */
  public Map<String, String> free(String key) {
    JsonNode node = node(key);
    Map<String, String> values = new LinkedHashMap<>();
    if (node.isMissingNode()) {
      return values;
    }
    if (!node.isObject()) {
      throw bad(key, node, "keys and values");
    }
    node.properties()
        .forEach(
            entry -> {
              if (entry.getValue().isObject()) {
                throw bad(key + "." + entry.getKey(), entry.getValue(), "a single value or a list");
              }
              values.put(entry.getKey(), text(entry.getValue()));
            });
    return values;
  }

  /** A complaint about a value: what it must be. */
  public UserError bad(String key, Object value, String expected) {
    return new UserError(source + ": " + prefix + key + " must be " + expected + ", was " + value);
  }

  /** The keys that are given, in order; asking for them makes none of them known. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** A complaint of somebody who was given values from here. */
  public UserError bad(IllegalArgumentException complaint) {
    String where = prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1) + ": ";
    return new UserError(source + ": " + where + complaint.getMessage(), complaint);
  }

  /** Complains about the first key that was never asked for, here and below. */
  public void refuseUnknown() {
    object
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                throw new UserError(
                    source
                        + ": unknown key "
                        + prefix
                        + key
                        + "; known here: "
                        + String.join(", ", known)
                        + Nearest.hint(key, known));
              }
            });
    children.forEach(Keys::refuseUnknown);
  }
}
