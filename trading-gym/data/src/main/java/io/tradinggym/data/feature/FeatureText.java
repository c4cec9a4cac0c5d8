package io.tradinggym.data.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lists of features: names, an optional {@code scheme:} before and arguments in parentheses after. */
final class FeatureText {
  private static final Pattern NAME = Pattern.compile("(?:(\\w+):)?([A-Za-z]\\w*)");

  /** One of the list; an argument may be a call itself and is text here. */
  record Call(String scheme, String name, List<String> arguments) {}

  private FeatureText() {}

  static List<Call> parse(String text) {
    return split(text).stream().map(part -> call(part, text)).toList();
  }

  private static Call call(String part, String text) {
    Matcher name = NAME.matcher(part);
    if (!name.lookingAt()) {
      throw new IllegalArgumentException(
          "\"" + part + "\" in \"" + text + "\" must begin with a feature's name");
    }
    String scheme = name.group(1) == null ? "" : name.group(1);
    String rest = part.substring(name.end()).strip();
    if (rest.isEmpty()) {
      return new Call(scheme, name.group(2), List.of());
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
    return new Call(scheme, name.group(2), inside.isBlank() ? List.of() : split(inside));
  }

  /** At commas outside parentheses. */
  private static List<String> split(String text) {
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
}
