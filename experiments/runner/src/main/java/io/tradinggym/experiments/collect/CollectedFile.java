package io.tradinggym.experiments.collect;

import java.util.List;

/**
 * A file of what was collected.
 *
 * @param path below the folder, with slashes
 * @param text of it
 * @param rows of data in it
 * @param note of its quality; empty if there is none
 * @param grows whether it is of today alone, so that rows of earlier days stay
 */
public record CollectedFile(String path, String text, int rows, String note, boolean grows) {
  CollectedFile(String path, String text, int rows, String note) {
    this(path, text, rows, note, false);
  }

  /** {@return the same, whose earlier rows stay} */
  CollectedFile growing() {
    return new CollectedFile(path, text, rows, note, true);
  }

  /** {@return rows below a header, without a note} */
  static CollectedFile rows(String path, String header, List<String> rows) {
    String text = header + "\n" + String.join("\n", rows) + (rows.isEmpty() ? "" : "\n");
    return new CollectedFile(path, text, rows.size(), "");
  }

  /** {@return a text as a cell of a row: in quotes where it must} */
  static String cell(String text) {
    return text.matches("[^,\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
