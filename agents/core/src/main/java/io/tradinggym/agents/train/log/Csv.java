package io.tradinggym.agents.train.log;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of comma-separated values, written and read in one way: cells that hold a comma, a quote or the end of a line
 * stand in quotes, in which a quote is doubled.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
public final class Csv {
  private Csv() {}

  /**
   * Appends a line with its end; numbers as Java prints them, so that they come back with the same bits.
   *
   * @param out the text that the line is appended to
   * @param cells numbers and texts
   */
  public static void line(StringBuilder out, Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      out.append(i == 0 ? "" : ",");
      cell(out, String.valueOf(cells[i]));
    }
    out.append('\n');
  }

  /** A line with its end. */
  static String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    line(line, cells.toArray());
    return line.toString();
  }

  private static void cell(StringBuilder out, String text) {
    boolean plain = true;
    for (int i = 0; i < text.length() && plain; i++) {
      char c = text.charAt(i);
      plain = c != ',' && c != '"' && c != '\n' && c != '\r';
    }
    if (plain) {
      out.append(text);
    } else {
      out.append('"').append(text.replace("\"", "\"\"")).append('"');
    }
  }

  /**
   * {@return the cells of a line that {@link #line} wrote, its end left out}
   *
   * @param line one line
   */
  public static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
          cell.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
