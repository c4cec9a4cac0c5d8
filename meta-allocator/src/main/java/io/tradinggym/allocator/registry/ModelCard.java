package io.tradinggym.allocator.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a model comes from. Written as lines {@code key: value}, sorted, so that equal cards have equal bytes.
 *
 * @param role what it is for, such as {@code trend}
 * @param parent id of the version it was trained from, empty if it began anew
 * @param data what it was trained on: range and hash, such as {@code 2005-01-01/2016-12-31 sha256:1f..}
 * @param seed of the training
 * @param code version of the code
 * @param settings resolved settings of the training
 * @param expires epoch milliseconds from which on it may not trade; 0 = never
 * @param findings what was measured, by name: scores beside those of controls, costs, limits, the row of the ledger
 */
public record ModelCard(
    String role,
    String parent,
    String data,
    long seed,
    String code,
    Map<String, String> settings,
    long expires,
    Map<String, String> findings) {
  private static final String SETTING = "setting ";
  private static final String FINDING = "finding ";

  /**
   * A card of a model that was not measured.
   *
   * @param role what it is for, such as {@code trend}
   * @param parent version that it went on from; empty for none
   * @param data what it was trained on: range and hash
   * @param seed any number; the same seed gives the same bits
   * @param code version of the code
   * @param settings of the training, name by name
   * @param expires UTC epoch milliseconds; 0 = never
   */
  public ModelCard(
      String role,
      String parent,
      String data,
      long seed,
      String code,
      Map<String, String> settings,
      long expires) {
    this(role, parent, data, seed, code, settings, expires, Map.of());
  }

  /** Copies settings and findings and refuses line breaks, which the file could not hold. */
  public ModelCard {
    settings = Map.copyOf(settings);
    findings = Map.copyOf(findings);
    if (role.isEmpty()) {
      throw new IllegalArgumentException("a model needs a role, such as trend");
    }
    if (expires < 0) {
      throw new IllegalArgumentException("expires must be >= 0, was " + expires);
    }
    List<String> texts = new ArrayList<>(List.of(role, parent, data, code));
    for (Map<String, String> named : List.of(settings, findings)) {
      named.forEach(
          (key, value) -> {
            if (key.contains(":")) {
              throw new IllegalArgumentException("a name on a card holds a colon: " + key);
            }
            texts.add(key);
            texts.add(value);
          });
    }
    for (String text : texts) {
      if (text.contains("\n") || text.contains("\r")) {
        throw new IllegalArgumentException("a card holds no line breaks, was given: " + text);
      }
    }
  }

  /** The lines of the file. */
  String text() {
    Map<String, String> lines = new TreeMap<>();
    lines.put("role", role);
    lines.put("parent", parent);
    lines.put("data", data);
    lines.put("seed", Long.toString(seed));
    lines.put("code", code);
    lines.put("expires", Long.toString(expires));
    settings.forEach((key, value) -> lines.put(SETTING + key, value));
    findings.forEach((key, value) -> lines.put(FINDING + key, value));
    StringBuilder text = new StringBuilder();
    lines.forEach((key, value) -> text.append(key).append(": ").append(value).append('\n'));
    return text.toString();
  }

  /** Reads what {@link #text} wrote. */
  static ModelCard parse(String text, String source) {
    Map<String, String> lines = new TreeMap<>();
    Map<String, String> settings = new TreeMap<>();
    Map<String, String> findings = new TreeMap<>();
    for (String line : text.split("\n", -1)) {
      if (line.isEmpty()) {
        continue;
      }
      int colon = line.indexOf(": ");
      if (colon < 0) {
        throw new IllegalArgumentException(
            source + " has a line that is not \"key: value\": " + line);
      }
      String key = line.substring(0, colon);
      String value = line.substring(colon + 2);
      if (key.startsWith(SETTING)) {
        settings.put(key.substring(SETTING.length()), value);
      } else if (key.startsWith(FINDING)) {
        findings.put(key.substring(FINDING.length()), value);
      } else {
        lines.put(key, value);
      }
    }
    String role = field(lines, "role", source);
    String parent = field(lines, "parent", source);
    String data = field(lines, "data", source);
    long seed = number(lines, "seed", source);
    String code = field(lines, "code", source);
    long expires = number(lines, "expires", source);
    try {
      return new ModelCard(role, parent, data, seed, code, settings, expires, findings);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(source + ": " + e.getMessage(), e);
    }
  }

  private static String field(Map<String, String> lines, String key, String source) {
    String value = lines.get(key);
    if (value == null) {
      throw new IllegalArgumentException(source + " lacks the line \"" + key + ": ...\"");
    }
    return value;
  }

  private static long number(Map<String, String> lines, String key, String source) {
    String value = field(lines, key, source);
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          source + ": " + key + " must be a whole number, was " + value, e);
    }
  }
}
