package io.tradinggym.experiments.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.tradinggym.experiments.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads configurations: YAML, or JSON, which YAML includes, then {@code path=value} on top. */
public final class ConfigFile {
  private static final YAMLMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder()
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              // ON is a ticker, NO a country.
              .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
              .build());

  /** Parts that other commands read by themselves. */
  private static final Map<String, Consumer<Keys>> PARTS =
      Map.of(
          "search",
          SearchConfig::read,
          "walkForward",
          FoldConfig::read,
          "crossValidation",
          CrossValidationConfig::read);

  /** What YAML takes for a number of base eight. */
  private static final Pattern OCTAL = Pattern.compile("[-+]?0_*\\d[\\d_]*");

  private ConfigFile() {}

  /**
   * Reads a file.
   *
   * @param file YAML or JSON
   * @param overrides each {@code path=value}, such as {@code algorithm.gamma=0.95}
   * @throws UserError naming the file, and the line or the path
   */
  public static RunConfig read(Path file, List<String> overrides) {
    return of(tree(file), overrides, file.toString());
  }

  /**
   * The keys of a file of another kind; whoever reads them refuses in the end those that nobody asked for.
   *
   * @param overrides each {@code path=value}
   * @throws UserError naming the file, and the line or the path
   */
  public static Keys keys(Path file, List<String> overrides) {
    ObjectNode tree = tree(file);
    overrides.forEach(override -> set(tree, override));
    return new Keys(tree, "", file.toString());
  }

  /** The keys of a text of another kind; {@code name} is what complaints call it. */
  public static Keys keys(String text, String name) {
    return new Keys(parse(text, name), "", name);
  }

  /** Reads a text, as {@link #read} reads a file; {@code name} is what complaints call it. */
  public static RunConfig parse(String text, List<String> overrides, String name) {
    return of(parse(text, name), overrides, name);
  }

  /**
   * The text of a file, for what is read more than once.
   *
   * @throws UserError if it cannot be read
   */
  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new UserError("there is no configuration " + file, e);
    } catch (CharacterCodingException e) {
      throw new UserError("the configuration " + file + " is not text in UTF-8", e);
    } catch (IOException e) {
      throw new UserError("cannot read the configuration " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * A text with values set in it; without any, the text itself.
   *
   * @param overrides each {@code path=value}
   * @throws UserError naming what is wrong with either
   */
  public static String with(String text, List<String> overrides, String name) {
    if (overrides.isEmpty()) {
      return text;
    }
    ObjectNode tree = parse(text, name);
    overrides.forEach(override -> set(tree, override));
    return tree.toString();
  }

  /**
   * A part of a text that says how a command goes about it, and no part of any result: such as {@code search}.
   *
   * @param part its key
   * @param overrides each {@code path=value}
   * @param reader of the part
   */
  static <T> T part(
      String text, List<String> overrides, String name, String part, Function<Keys, T> reader) {
    ObjectNode tree = parse(text, name);
    overrides.forEach(override -> set(tree, override));
    return part(tree, name, part, reader);
  }

  private static <T> T part(ObjectNode tree, String name, String part, Function<Keys, T> reader) {
    ObjectNode alone = YAML.createObjectNode();
    if (tree.has(part)) {
      alone.set(part, tree.get(part));
    }
    Keys keys = new Keys(alone, "", name);
    T read = reader.apply(keys.child(part));
    keys.refuseUnknown();
    return read;
  }

  /** An algorithm on an environment, both with their defaults but for the overrides. */
  public static RunConfig of(String environment, String algorithm, List<String> overrides) {
    ObjectNode tree = YAML.createObjectNode();
    tree.put("name", environment + "-" + algorithm);
    tree.putObject("environment").put("id", environment);
    tree.putObject("algorithm").put("name", algorithm);
    return of(tree, overrides, "command line");
  }

  private static RunConfig of(ObjectNode tree, List<String> overrides, String name) {
    overrides.forEach(override -> set(tree, override));
    PARTS.forEach(
        (part, reader) -> {
          // Whoever trains first and searches later hears of a fault now.
          if (tree.hasNonNull(part)) {
            part(
                tree,
                name,
                part,
                keys -> {
                  reader.accept(keys);
                  return part;
                });
          }
        });
    tree.remove(PARTS.keySet());
    Keys keys = new Keys(tree, "", name);
    RunConfig config = RunConfig.read(keys);
    PARTS.keySet().forEach(keys::has); // they may stand there
    keys.refuseUnknown();
    return config;
  }

  private static ObjectNode tree(Path file) {
    return parse(text(file), file.toString());
  }

  private static ObjectNode parse(String text, String name) {
    try {
      refuseSurprises(text, name);
      if (YAML.readTree(text) instanceof ObjectNode object) {
        return object;
      }
      throw new UserError(
          name
              + " is "
              + (text.isBlank() ? "empty" : "not a configuration")
              + "; it should hold keys and values such as \"environment: {id: CartPole-v1}\"");
    } catch (JsonProcessingException e) {
      String where = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
      throw new UserError(name + where + ": not YAML: " + firstLine(e.getOriginalMessage()), e);
    }
  }

  /** Refuses what YAML reads otherwise than it looks, and what a tree does not hold. */
  private static void refuseSurprises(String text, String name) throws JsonProcessingException {
    try (YAMLParser parser = YAML.getFactory().createParser(text)) {
      int depth = 0;
      boolean over = false;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        String where = name + ", line " + parser.currentTokenLocation().getLineNr() + ": ";
        if (over) {
          throw new UserError(where + "a second document begins; expected one");
        }
        if (parser.isCurrentAlias()) {
          throw new UserError(
              where + "*" + parser.getText() + " is an alias; expected the value itself");
        }
        if (token == JsonToken.VALUE_NUMBER_INT && OCTAL.matcher(parser.getText()).matches()) {
          throw new UserError(
              where
                  + parser.getText()
                  + " would be read in base 8; expected a number without a leading 0, or \""
                  + parser.getText()
                  + "\" in quotes for a name");
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        over = depth == 0;
      }
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("a text cannot fail to be read", e);
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  /** Sets a value in the tree; objects on the way are made. */
  private static void set(ObjectNode tree, String override) {
    int equals = override.indexOf('=');
    if (equals < 1) {
      throw new UserError(
          "--set takes path=value, such as algorithm.gamma=0.95; was \"" + override + "\"");
    }
    String path = override.substring(0, equals).strip();
    String[] keys = path.split("\\.", -1);
    ObjectNode at = tree;
    for (int i = 0; i < keys.length - 1; i++) {
      JsonNode child = at.get(keys[i]);
      if (child != null && !child.isObject() && !child.isNull()) {
        throw new UserError(
            "--set " + override + ": " + keys[i] + " holds a value, not further keys");
      }
      at = child instanceof ObjectNode object ? object : at.putObject(keys[i]);
    }
    at.set(keys[keys.length - 1], value(override.substring(equals + 1), override));
  }

  private static JsonNode value(String text, String override) {
    try {
      refuseSurprises(text, "--set " + override);
      JsonNode node = YAML.readTree(text);
      return node.isMissingNode() ? YAML.getNodeFactory().textNode("") : node;
    } catch (JsonProcessingException e) {
      throw new UserError(
          "--set " + override + ": not a value: " + firstLine(e.getOriginalMessage()), e);
    }
  }
}
