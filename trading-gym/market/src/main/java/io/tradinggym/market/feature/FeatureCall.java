package io.tradinggym.market.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of a list of features as it is written: {@code rsi(14)}, {@code ta4j:Aroon(25)}, {@code s0}.
 *
 * @param scheme what stands before the colon, empty without one
 * @param name letters, digits, {@code _ . -}
 * @param arguments in order; one may be a call itself, and is text here
 */
public record FeatureCall(String scheme, String name, List<String> arguments) {
  private static final Pattern NAME = Pattern.compile("(?:(\\w+):)?([A-Za-z][\\w.-]*)");

  /** Copies the arguments. */
  public FeatureCall {
    arguments = List.copyOf(arguments);
  }

  /**
   * Reads a list, separated by commas outside parentheses.
   *
   * @param text a list as a configuration has it, such as {@code rsi(14), s0}
   * @return the calls, in order
   * @throws IllegalArgumentException naming the part that cannot be read
   */
  public static List<FeatureCall> parse(String text) {
    return split(text).stream().map(part -> call(part, text)).toList();
  }

  /**
   * {@return the parts of a text at commas outside parentheses, blanks around them gone}
   *
   * @param text in which parentheses match
   * @throws IllegalArgumentException if they do not
   */
  public static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth < 0) {
        break;
      }
      if (c == ',' && depth == 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    if (depth != 0) {
      throw new IllegalArgumentException("parentheses of \"" + text + "\" do not match");
    }
    parts.add(text.substring(start).strip());
    return parts;
  }

  private static FeatureCall call(String part, String text) {
    Matcher name = NAME.matcher(part);
    if (!name.lookingAt()) {
      throw new IllegalArgumentException(
          "\"" + part + "\" in \"" + text + "\" must begin with a feature's name");
    }
    String scheme = name.group(1) == null ? "" : name.group(1);
    String rest = part.substring(name.end()).strip();
    if (rest.isEmpty()) {
      return new FeatureCall(scheme, name.group(2), List.of());
    }
    if (!rest.startsWith("(") || !rest.endsWith(")")) {
      throw new IllegalArgumentException(
          "after \""
              + name.group()
              + "\" there must be a comma or arguments in parentheses, was \""
              + rest
              + "\"");
    }
    String inside = rest.substring(1, rest.length() - 1);
    return new FeatureCall(scheme, name.group(2), inside.isBlank() ? List.of() : split(inside));
  }

  /** As it is written. */
  @Override
  public String toString() {
    return (scheme.isEmpty() ? "" : scheme + ":")
        + name
        + (arguments.isEmpty() ? "" : "(" + String.join(",", arguments) + ")");
  }
}
