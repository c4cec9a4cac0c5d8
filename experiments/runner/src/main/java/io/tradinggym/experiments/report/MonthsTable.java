package io.tradinggym.experiments.report;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Returns by calendar month: a row per year, deeper colour for larger moves. */
final class MonthsTable {
  private static final String[] NAMES = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  /** A month of this return has the full colour. */
  private static final double STRONG = 0.08;

  /** Per cent of colour at most, so that the figures on it keep their contrast. */
  private static final int DEEPEST = 45;

  private final Map<String, Double> months;

  private final boolean simulated;

  /**
   * A table.
   *
   * @param simulated years are numbered, because a model's dates are made up
   */
  MonthsTable(Map<String, Double> months, boolean simulated) {
    this.months = months;
    this.simulated = simulated;
  }

  String html() {
    TreeMap<String, Double> years = new TreeMap<>();
    months.forEach(
        (month, value) ->
            years.merge(month.substring(0, 4), 1 + value, (sofar, factor) -> sofar * factor));
    StringBuilder html =
        new StringBuilder(
            "<div class=\"scroll\" tabindex=\"0\"><table class=\"months\"><thead><tr><th></th>");
    for (String name : NAMES) {
      html.append("<th>").append(name).append("</th>");
    }
    html.append("<th>Year</th></tr></thead><tbody>");
    years.forEach(
        (year, factor) -> {
          html.append("<tr><th>")
              .append(simulated ? "year " + (years.headMap(year).size() + 1) : year)
              .append("</th>");
          for (int month = 1; month <= NAMES.length; month++) {
            cell(html, months.get(String.format(Locale.ROOT, "%s-%02d", year, month)), "");
          }
          cell(html, factor - 1, " class=\"year\"");
          html.append("</tr>");
        });
    return html.append("</tbody></table></div>").toString();
  }

  private static void cell(StringBuilder html, @Nullable Double value, String style) {
    if (value == null) {
      html.append("<td></td>");
      return;
    }
    long depth = Math.round(Math.min(1, Math.abs(value) / STRONG) * DEEPEST);
    html.append(
        String.format(
            Locale.ROOT,
            "<td%s style=\"background:color-mix(in srgb, var(--%s) %d%%, transparent)\">%.1f</td>",
            style,
            value < 0 ? "bad" : "good",
            depth,
            value * 100));
  }
}
