package io.tradinggym.market.data.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Turns the lines of a file into rows and tells what could not be read. */
final class BarParser {
  private static final int MANY = 20;

  private final String file;
  private final List<Row> rows = new ArrayList<>();
  private final List<Defect> defects = new ArrayList<>();
  private final boolean marks;
  private boolean daily = true;

  BarParser(String file) {
    this(file, false);
  }

  /** @param marks whether volumes are passed over */
  BarParser(String file, boolean marks) {
    this.file = file;
    this.marks = marks;
  }

  List<Row> rows() {
    return rows;
  }

  List<Defect> defects() {
    return defects;
  }

  boolean daily() {
    return daily;
  }

  void parse(List<String> lines) {
    int first = firstTable(lines);
    if (first < 0) {
      defect(
          Defect.Kind.NO_HEADER,
          1,
          "no line names the columns; expected Date,Open,High,Low,Close,Volume in any order");
      return;
    }
    String separator = separator(lines.get(first));
    String[] cells = lines.get(first).split(separator, -1);
    Columns columns = Columns.named(cells).orElse(null);
    boolean named = columns != null;
    if (columns == null) {
      columns = Columns.usual(cells.length).orElseThrow();
      defect(
          Defect.Kind.NO_HEADER,
          first + 1,
          "bars begin without a line that names the columns; expected"
              + " Date,Open,High,Low,Close,Volume");
    }
    junk(lines, 0, first);
    Stamps stamps = new Stamps(dayFirst(lines, first, columns, separator));
    for (int i = named ? first + 1 : first; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        row(i + 1, lines.get(i).split(separator, -1), columns, stamps);
      }
    }
  }

  /** The header, or without one the first line that reads like a bar. */
  private static int firstTable(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (Columns.named(lines.get(i).split(separator(lines.get(i)), -1)).isPresent()) {
        return i;
      }
    }
    Stamps stamps = new Stamps(false);
    for (int i = 0; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(separator(lines.get(i)), -1);
      if (Columns.usual(cells.length).isPresent() && stamps.parse(cells[0].strip()).isPresent()) {
        return i;
      }
    }
    return -1;
  }

  private static String separator(String line) {
    return line.contains(";") ? ";" : line.contains("\t") ? "\t" : ",";
  }

  private void junk(List<String> lines, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!lines.get(i).isBlank()) {
        defect(
            Defect.Kind.JUNK_LINE, i + 1, "\"" + shortened(lines.get(i)) + "\" is no row of bars");
      }
    }
  }

  private static boolean dayFirst(
      List<String> lines, int first, Columns columns, String separator) {
    for (int i = first; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(separator, -1);
      if (columns.time() < cells.length && Stamps.needsDayFirst(cells[columns.time()].strip())) {
        return true;
      }
    }
    return false;
  }

  private void row(int line, String[] cells, Columns columns, Stamps stamps) {
    int last =
        Math.max(
            Math.max(columns.close(), columns.time()), Math.max(columns.high(), columns.low()));
    if (cells.length <= last) {
      defect(
          Defect.Kind.JUNK_LINE,
          line,
          "\""
              + shortened(String.join(",", cells))
              + "\" is no row of bars: "
              + cells.length
              + " cells, at least "
              + (last + 1)
              + " expected");
      return;
    }
    String stamp = unquoted(cells[columns.time()]);
    OptionalLong time = stamps.parse(stamp);
    if (time.isEmpty()) {
      defect(
          Defect.Kind.BAD_DATE,
          line,
          stamp.isEmpty()
              ? "the date is missing"
              : "\"" + shortened(stamp) + "\" is no date such as 2005-01-03");
      return;
    }
    daily &= Stamps.isDay(stamp) || Math.floorMod(time.getAsLong(), 86_400_000L) == 0;
    double[] prices = new double[4];
    int[] places = {columns.open(), columns.high(), columns.low(), columns.close()};
    String[] names = {"open", "high", "low", "close"};
    for (int i = 0; i < 4; i++) {
      prices[i] = number(cells, places[i]);
      if (Double.isNaN(prices[i])) {
        defect(
            Defect.Kind.BAD_NUMBER,
            line,
            names[i] + " is \"" + shortened(cells[places[i]]) + "\", expected a number");
        return;
      }
    }
    double volume = marks || columns.volume() < 0 ? 0 : number(cells, columns.volume());
    if (Double.isNaN(volume)) {
      defect(
          Defect.Kind.BAD_NUMBER,
          line,
          "volume is \"" + cells[columns.volume()] + "\", expected a number");
      return;
    }
    rows.add(
        new Row(
            line,
            time.getAsLong(),
            prices[0],
            prices[1],
            prices[2],
            prices[3],
            columns.adjusted() < 0 ? Double.NaN : number(cells, columns.adjusted()),
            volume,
            optional(cells, columns.dividend()),
            optional(cells, columns.split())));
  }

  private static double optional(String[] cells, int at) {
    double value = at < 0 ? 0 : number(cells, at);
    return Double.isNaN(value) ? 0 : value;
  }

  /** The number of a cell, NaN if it holds none. */
  private static double number(String[] cells, int at) {
    if (at >= cells.length) {
      return Double.NaN;
    }
    try {
      double value = Double.parseDouble(unquoted(cells[at]));
      return Double.isFinite(value) ? value : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static String unquoted(String cell) {
    String text = cell.strip();
    return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private static String shortened(String text) {
    return text.strip().length() <= 2 * MANY
        ? text.strip()
        : text.strip().substring(0, 2 * MANY) + "...";
  }

  private void defect(Defect.Kind kind, int line, String message) {
    defects.add(new Defect(kind, file, line, message));
  }
}
