package io.tradinggym.experiments.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.experiments.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one object of a configuration key by key, remembers which keys were asked for, and at the end refuses those
 * that nobody knows. Complaints name source, path, value and range.
 */
final class Keys {
  private static final long MOST_WHOLE = 1_000_000_000_000L;

  private final ObjectNode object;
  private final String prefix;
  private final String source;
  private final TreeSet<String> known = new TreeSet<>();
  private final List<Keys> children = new ArrayList<>();

  Keys(ObjectNode object, String prefix, String source) {
    this.object = object;
    this.prefix = prefix;
    this.source = source;
  }

  private JsonNode node(String key) {
    known.add(key);
    JsonNode node = object.get(key);
    return node == null || node.isNull() ? MissingNode.getInstance() : node;
  }

  boolean has(String key) {
    return !node(key).isMissingNode();
  }

  /** A part of the configuration with keys of its own; an empty one if it is missing. */
  Keys child(String key) {
    JsonNode node = node(key);
    if (!node.isMissingNode() && !node.isObject()) {
      throw bad(key, node, "keys and values");
    }
    Keys child =
        new Keys(
            node instanceof ObjectNode given ? given : object.objectNode(),
            prefix + key + ".",
            source);
    children.add(child);
    return child;
  }

  String text(String key, @Nullable String byDefault) {
    JsonNode node = node(key);
    if (node.isMissingNode()) {
      if (byDefault == null) {
        throw new UserError(source + ": " + prefix + key + " is missing");
      }
      return byDefault;
    }
    if (!node.isValueNode()) {
      throw bad(key, node, "a text");
    }
    return node.asText();
  }

  long whole(String key, long byDefault, long least, long most) {
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

  int integer(String key, int byDefault, int least, int most) {
    return (int) whole(key, byDefault, least, most);
  }

  double number(String key, double byDefault) {
    JsonNode node = node(key);
    return node.isMissingNode() ? byDefault : number(key, node, "a number");
  }

  private double number(String key, JsonNode node, String expected) {
    if (node.isNumber()) {
      return node.doubleValue();
    }
    if (node.isTextual()) {
      try {
        // YAML reads 3e-4 as text because it has no dot; underscores group digits.
        return Double.parseDouble(node.textValue().replace("_", ""));
      } catch (NumberFormatException e) {
        throw bad(key, node, expected);
      }
    }
    throw bad(key, node, expected);
  }

  void integer(String key, IntConsumer to) {
    if (has(key)) {
      to.accept(integer(key, 0, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
  }

  void whole(String key, LongConsumer to) {
    if (has(key)) {
      to.accept(whole(key, 0, -MOST_WHOLE, MOST_WHOLE));
    }
  }

  void number(String key, DoubleConsumer to) {
    if (has(key)) {
      to.accept(number(key, 0));
    }
  }

  void flag(String key, Consumer<Boolean> to) {
    if (has(key)) {
      to.accept(flag(key, false));
    }
  }

  /** A number, or a text that {@link Schedule#parse} reads. */
  void schedule(String key, Consumer<Schedule> to) {
    JsonNode node = node(key);
    if (node.isMissingNode()) {
      return;
    }
    try {
      to.accept(Schedule.parse(node.asText()));
    } catch (IllegalArgumentException e) {
      throw new UserError(source + ": " + prefix + key + ": " + e.getMessage(), e);
    }
  }

  /** One of an enumeration's names, in any case. */
  <E extends Enum<E>> E choice(String key, Class<E> type, E byDefault) {
    String text = text(key, byDefault.name());
    for (E known : type.getEnumConstants()) {
      if (known.name().equalsIgnoreCase(text)) {
        return known;
      }
    }
    String names = Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
    throw bad(key, text, "one of " + names);
  }

  /** Everything that was given, but for some keys. */
  Map<String, Object> given(Set<String> without) {
    Map<String, Object> given = new TreeMap<>();
    object.properties().forEach(entry -> given.put(entry.getKey(), entry.getValue()));
    given.keySet().removeAll(without);
    return given;
  }

  boolean flag(String key, boolean byDefault) {
    JsonNode node = node(key);
    if (node.isMissingNode()) {
      return byDefault;
    }
    if (!node.isBoolean()) {
      throw bad(key, node, "true or false");
    }
    return node.booleanValue();
  }

  /** A list of texts; one text counts as a list, split at commas. */
  List<String> texts(String key, List<String> byDefault) {
    JsonNode node = node(key);
    if (node.isMissingNode()) {
      return byDefault;
    }
    List<String> texts = new ArrayList<>();
    if (node.isTextual()) {
      texts.addAll(List.of(node.textValue().strip().split("\\s*,\\s*")));
    } else if (node.isArray()) {
      node.forEach(element -> texts.add(element.asText()));
    } else {
      throw bad(key, node, "a list");
    }
    return texts;
  }

  List<Integer> integers(String key, List<Integer> byDefault) {
    List<Integer> values = new ArrayList<>();
    for (String text : texts(key, byDefault.stream().map(String::valueOf).toList())) {
      try {
        values.add(Integer.valueOf(text));
      } catch (NumberFormatException e) {
        throw bad(key, node(key), "a list of whole numbers");
      }
    }
    return values;
  }

  /** Whatever keys there are, as texts: for things that bring their own names. */
  Map<String, String> free(String key) {
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
              if (!entry.getValue().isValueNode()) {
                throw bad(key + "." + entry.getKey(), entry.getValue(), "a single value");
              }
              values.put(entry.getKey(), entry.getValue().asText());
            });
    return values;
  }

  UserError bad(String key, Object value, String expected) {
    return new UserError(source + ": " + prefix + key + " must be " + expected + ", was " + value);
  }

  /** A complaint of somebody who was given values from here. */
  UserError bad(IllegalArgumentException complaint) {
    String where = prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1) + ": ";
    return new UserError(source + ": " + where + complaint.getMessage(), complaint);
  }

  /** Complains about the first key that was never asked for, here and below. */
  void refuseUnknown() {
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
                        + String.join(", ", known));
              }
            });
    children.forEach(Keys::refuseUnknown);
  }
}
