package io.tradinggym.options.chain;

import java.util.List;
import java.util.Locale;

/** The fields of one line by the names of their columns. */
final class Fields {
  private final String file;
  private final int line;
  private final List<String> header;
  private final String[] cells;

  Fields(String file, int line, List<String> header, String text) {
    this.file = file;
    this.line = line;
    this.header = header;
    this.cells = text.split(",", -1);
  }

  int line() {
    return line;
  }

  /** A field, empty if the line or the file has no such column. */
  String text(String column) {
    int at = header.indexOf(column);
    return at < 0 || at >= cells.length ? "" : cells[at].strip();
  }

  /** A number; NaN if the field is empty, says so, or does not exist. */
  double number(String column) {
    String text = text(column);
    if (text.isEmpty() || text.toLowerCase(Locale.ROOT).equals("nan")) {
      return Double.NaN;
    }
    try {
      double value = Double.parseDouble(text);
      if (Math.abs(value) < Double.POSITIVE_INFINITY) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw bad(column, "a number");
    }
    throw bad(column, "a finite number");
  }

  BadChainException bad(String column, String right) {
    return new BadChainException(
        file + ":" + line + ": " + column + " must be " + right + ", was \"" + text(column) + "\"");
  }
}
