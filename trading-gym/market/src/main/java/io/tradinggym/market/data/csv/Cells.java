package io.tradinggym.market.data.csv;

import java.util.ArrayList;
import java.util.List;

/** The cells of a line of a file of data. */
public final class Cells {
  private Cells() {}

  /**
   * {@return what separates the cells of a line: a semicolon if it has one, else a tab, else a comma}
   *
   * @param line such as that with the columns' names
   */
  public static char separator(String line) {
    return line.indexOf(';') >= 0 ? ';' : line.indexOf('\t') >= 0 ? '\t' : ',';
  }

  /**
   * {@return the cells of a line, without blanks and quotes around them; a separator between quotes separates nothing}
   *
   * @param line of a file, without its end
   * @param separator as {@link #separator} found it
   */
  public static String[] split(String line, char separator) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells.toArray(String[]::new);
  }

  /** A text as messages show it. */
  static String shown(String text) {
    String plain = text.strip();
    return plain.length() <= 40 ? plain : plain.substring(0, 40) + "...";
  }
}
