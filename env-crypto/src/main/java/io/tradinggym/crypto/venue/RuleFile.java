package io.tradinggym.crypto.venue;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads rule files: sections {@code [kind name]}, in them lines {@code key = value}, and comments after {@code #}.
 * Anything else is an error that names file and line.
 */
final class RuleFile {
  private RuleFile() {}

  static List<RuleSection> parse(String file, String text) {
    List<RuleSection> sections = new ArrayList<>();
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("[")) {
        sections.add(section(file, i + 1, line));
        continue;
      }
      int equals = line.indexOf(" = ");
      if (equals <= 0 || sections.isEmpty()) {
        throw new IllegalArgumentException(
            file
                + ", line "
                + (i + 1)
                + ": expected \"key = value\" within a section, was \""
                + line
                + "\"");
      }
      sections.getLast().add(i + 1, line.substring(0, equals), line.substring(equals + 3).strip());
    }
    return sections;
  }

  private static RuleSection section(String file, int number, String line) {
    String[] words =
        line.endsWith("]") ? line.substring(1, line.length() - 1).split(" ", -1) : new String[0];
    if (words.length != 2 || words[0].isEmpty() || words[1].isEmpty()) {
      throw new IllegalArgumentException(
          file + ", line " + number + ": expected \"[kind name]\", was \"" + line + "\"");
    }
    return new RuleSection(file, number, words[0], words[1]);
  }
}
