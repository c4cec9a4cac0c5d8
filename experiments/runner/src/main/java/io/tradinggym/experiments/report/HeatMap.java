package io.tradinggym.experiments.report;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * A table of numbers as colours: green above a neutral value, red below, the stronger the farther. A good setting has
 * good neighbours; one that stands alone is luck.
 */
final class HeatMap {
  private static final double STRONGEST = 0.75;

  private final String rows;
  private final String columns;
  private final List<String> rowNames;
  private final List<String> columnNames;
  private final double[][] values;
  private final double neutral;
  private final DoubleFunction<String> text;

  /**
   * A map.
   *
   * @param rows what the rows are
   * @param columns what the columns are
   * @param values [row][column]; NaN stays empty
   * @param neutral value without a colour
   * @param text of a value
   */
  HeatMap(
      String rows,
      String columns,
      List<String> rowNames,
      List<String> columnNames,
      double[][] values,
      double neutral,
      DoubleFunction<String> text) {
    this.rows = rows;
    this.columns = columns;
    this.rowNames = rowNames;
    this.columnNames = columnNames;
    this.values = values;
    this.neutral = neutral;
    this.text = text;
  }

  String html() {
    double farthest = 1e-300;
    for (double[] row : values) {
      for (double value : row) {
        farthest = Double.isNaN(value) ? farthest : Math.max(farthest, Math.abs(value - neutral));
      }
    }
    StringBuilder table =
        new StringBuilder("<div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th>")
            .append(Text.escape(rows.isEmpty() ? columns : rows + " \\ " + columns))
            .append("</th>");
    columnNames.forEach(name -> table.append("<th>").append(Text.escape(name)).append("</th>"));
    table.append("</tr></thead><tbody>");
    for (int i = 0; i < values.length; i++) {
      table.append("<tr><td>").append(Text.escape(rowNames.get(i))).append("</td>");
      for (double value : values[i]) {
        table.append(cell(value, farthest));
      }
      table.append("</tr>");
    }
    return table.append("</tbody></table></div>").toString();
  }

  private String cell(double value, double farthest) {
    if (Double.isNaN(value)) {
      return "<td></td>";
    }
    double strength = STRONGEST * Math.abs(value - neutral) / farthest;
    return String.format(
        Locale.ROOT,
        "<td style=\"background:rgba(%s,%.2f)\">%s</td>",
        value >= neutral ? "34,139,80" : "200,60,50",
        strength,
        text.apply(value));
  }
}
