package io.tradinggym.options.chain;

import io.tradinggym.market.data.csv.Cells;
import io.tradinggym.market.data.csv.Decimal;
import java.util.List;
import java.util.Locale;

/** The fields of one line by the names of their columns. */
final class Fields {
  private final String file;
  private final int line;
  private final List<String> header;
  private final String[] cells;

  Fields(String file, int line, List<String> header, char separator, String text) {
    this.file = file;
    this.line = line;
    this.header = header;
    this.cells = Cells.split(text, separator);
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
    double value = Decimal.parse(text);
    if (Double.isNaN(value)) {
      throw bad(column, "a finite number");
    }
    return value;
  }

  /** Whether the file has a column. */
  boolean has(String column) {
    return header.contains(column);
  }

  /**
   * Asks for as many cells as there are columns.
   *
   * @throws BadChainException naming the first column that the line lacks
   */
  void requireComplete() {
    if (cells.length < header.size()) {
      throw new BadChainException(
          file
              + ":"
              + line
              + ": "
              + cells.length
              + " cells, "
              + header.size()
              + " expected; "
              + header.get(cells.length)
              + " is missing");
    }
    for (int i = header.size(); i < cells.length; i++) {
      if (!cells[i].isBlank()) {
        throw new BadChainException(
            file + ":" + line + ": " + cells.length + " cells, " + header.size() + " expected");
      }
    }
  }

  BadChainException bad(String column, String right) {
    return new BadChainException(
        file + ":" + line + ": " + column + " must be " + right + ", was \"" + text(column) + "\"");
  }
}
