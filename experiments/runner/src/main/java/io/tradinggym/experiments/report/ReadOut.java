package io.tradinggym.experiments.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The values of a chart, for whoever points at it or walks through it by keyboard: JSON in an attribute of the chart,
 * every character of it escaped.
 */
final class ReadOut {
  private final List<String> x;
  private final List<String> lines = new ArrayList<>();

  /** Over these marks. */
  ReadOut(List<String> x) {
    this.x = x;
  }

  /** A line, with a value at each mark. */
  ReadOut line(String name, String style, List<String> values) {
    lines.add(
        "{\"n\":" + quoted(name) + ",\"c\":" + quoted(style) + ",\"y\":" + list(values) + "}");
    return this;
  }

  /** Attributes of the chart, with a blank before them. */
  String attributes(int left, int right) {
    return " tabindex=\"0\" data-plot=\""
        + left
        + " "
        + right
        + "\" data-values=\""
        + Text.escape("{\"x\":" + list(x) + ",\"s\":[" + String.join(",", lines) + "]}")
        + "\"";
  }

  private static String list(List<String> texts) {
    return "[" + String.join(",", texts.stream().map(ReadOut::quoted).toList()) + "]";
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> json.append('\\').append(c);
        default -> {
          if (c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
            json.append(String.format("\\u%04x", (int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    return json.append('"').toString();
  }
}
