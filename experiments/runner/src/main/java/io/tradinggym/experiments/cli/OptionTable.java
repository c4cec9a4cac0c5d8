package io.tradinggym.experiments.cli;

import io.tradinggym.api.Option;
import java.io.PrintWriter;
import java.util.List;

/** Options as help shows them: name, default, meaning, and what a value must be. */
final class OptionTable {
  private static final int WIDTH = 80;
  private static final int INDENT = 4;

  private OptionTable() {}

  static void print(PrintWriter out, String name, String description, List<Option<?>> options) {
    out.println(name + ": " + description);
    out.println(options.isEmpty() ? "No options." : "Options:");
    options.forEach(option -> print(out, option));
  }

  private static <T> void print(PrintWriter out, Option<T> option) {
    T value = option.byDefault();
    out.println(
        "  "
            + option.name()
            + (value == null ? "" : "=" + option.text(value))
            + (option.parser() == null ? "  (from code only)" : ""));
    String rule = option.rule().words().isEmpty() ? "" : "; must be " + option.rule().words();
    wrap(out, option.meaning() + rule + choices(option));
  }

  private static String choices(Option<?> option) {
    return option.type().isEnum() ? "; " + option.kind() : "";
  }

  private static void wrap(PrintWriter out, String text) {
    StringBuilder line = new StringBuilder(" ".repeat(INDENT));
    for (String word : text.split(" ")) {
      if (line.length() + word.length() > WIDTH - 1 && line.length() > INDENT) {
        out.println(line.toString().stripTrailing());
        line = new StringBuilder(" ".repeat(INDENT));
      }
      line.append(word).append(' ');
    }
    out.println(line.toString().stripTrailing());
  }
}
