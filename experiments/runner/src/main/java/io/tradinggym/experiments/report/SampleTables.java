package io.tradinggym.experiments.report;

import io.tradinggym.experiments.report.ReportData.Asset;
import io.tradinggym.experiments.report.ReportData.Mark;
import io.tradinggym.experiments.report.ReportData.Sample;
import io.tradinggym.experiments.statistics.Drawdowns;
import io.tradinggym.experiments.statistics.HorizonTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The sample episode in rows: its deepest falls, its largest trades, what any part of it would have brought. */
final class SampleTables {
  private static final int MOST_FALLS = 5;
  private static final int MOST_TRADES = 50;

  private final Sample sample;
  private final Axis axis;

  SampleTables(Sample sample, Axis axis) {
    this.sample = sample;
    this.axis = axis;
  }

  /** What any day, month or year in it would have brought; empty if it is shorter than two bars. */
  String horizons() {
    List<HorizonTable.Row> rows =
        HorizonTable.of(
                sample.equity().stream().mapToDouble(Double::doubleValue).toArray(),
                sample.periodsPerYear())
            .rows();
    if (rows.isEmpty()) {
      return "";
    }
    StringBuilder table =
        new StringBuilder(
            "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th>Horizon</th><th>Bars</th>"
                + "<th>Windows</th><th>Worst</th><th>5 %</th><th>Median</th><th>95 %</th>"
                + "<th>Lost</th></tr></thead><tbody>");
    for (HorizonTable.Row row : rows) {
      table.append("<tr><td>").append(row.name());
      for (String cell :
          List.of(
              Integer.toString(row.bars()),
              Integer.toString(row.windows()),
              Text.percent(row.worst()),
              Text.percent(row.low()),
              Text.percent(row.median()),
              Text.percent(row.high()),
              Text.percent(row.losses()))) {
        table.append("</td><td>").append(cell);
      }
      table.append("</td></tr>");
    }
    return table.append("</tbody></table></div>").toString();
  }

  /** A fall from a peak; {@code back} is the first step at the old height again, -1 if there is none. */
  private record Fall(int peak, int trough, int back, double depth) {}

  String falls() {
    StringBuilder table =
        new StringBuilder(
            "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th>Depth</th><th>From</th>"
                + "<th>To</th><th>Back at</th><th>Bars</th></tr></thead><tbody>");
    for (Fall fall : deepest()) {
      int last = fall.back() < 0 ? sample.equity().size() - 1 : fall.back();
      table
          .append("<tr><td>")
          .append(Text.percent(fall.depth()))
          .append("</td><td>")
          .append(axis.exact(fall.peak()))
          .append("</td><td>")
          .append(axis.exact(fall.trough()))
          .append("</td><td>")
          .append(fall.back() < 0 ? "not yet" : axis.exact(fall.back()))
          .append("</td><td>")
          .append(last - fall.peak())
          .append("</td></tr>");
    }
    return table.append("</tbody></table></div>").toString();
  }

  private List<Fall> deepest() {
    double[] series =
        Drawdowns.of(sample.equity().stream().mapToDouble(Double::doubleValue).toArray()).series();
    List<Fall> falls = new ArrayList<>();
    int peak = 0;
    int trough = 0;
    for (int t = 1; t < series.length; t++) {
      if (series[t] < 0) {
        boolean deeper = series[t - 1] == 0 || series[t] < series[trough];
        trough = deeper ? t : trough;
      }
      boolean back = series[t] == 0;
      boolean below = series[t - 1] < 0;
      boolean open = t == series.length - 1 && series[t] < 0;
      if ((back && below) || open) {
        falls.add(new Fall(peak, trough, back ? t : -1, series[trough]));
      }
      peak = back ? t : peak;
    }
    return falls.stream()
        .sorted(Comparator.comparingDouble(Fall::depth))
        .limit(MOST_FALLS)
        .toList();
  }

  /** A trade of an asset. */
  private record Row(Asset asset, Mark mark) {
    double value() {
      return Math.abs(mark.quantity()) * asset.prices().get(mark.step());
    }
  }

  String trades() {
    List<Row> rows = new ArrayList<>();
    sample.assets().forEach(a -> a.trades().forEach(mark -> rows.add(new Row(a, mark))));
    List<Row> largest =
        rows.stream()
            .sorted(Comparator.comparingDouble(Row::value).reversed())
            .limit(MOST_TRADES)
            .sorted(Comparator.comparingInt(row -> row.mark().step()))
            .toList();
    StringBuilder table =
        new StringBuilder(
            "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th>When</th><th>What</th>"
                + "<th>Side</th><th>Quantity</th><th>Close</th><th>Value</th>"
                + (sample.cards() == null ? "" : "<th>Why</th>")
                + "</tr></thead><tbody>");
    for (Row row : largest) {
      table
          .append("<tr><td>")
          .append(axis.exact(row.mark().step()))
          .append("</td><td>")
          .append(Text.escape(row.asset().name()))
          .append("</td><td>")
          .append(row.mark().quantity() > 0 ? "bought" : "sold")
          .append("</td><td>")
          .append(Text.quantity(Math.abs(row.mark().quantity())))
          .append("</td><td>")
          .append(Text.price(row.asset().prices().get(row.mark().step())))
          .append("</td><td>")
          .append(Text.money(row.value()))
          .append("</td>")
          .append(why(row.mark()))
          .append("</tr>");
    }
    String rest =
        rows.size() > largest.size()
            ? "<p class=\"lead\">The largest "
                + largest.size()
                + " of "
                + rows.size()
                + "; all are in trades.csv.</p>"
            : "";
    return table.append("</tbody></table></div>").append(rest).append(howToAsk()).toString();
  }

  /** The cell with the link to the card of the decision, one step before what it led to. */
  private String why(Mark mark) {
    String cards = sample.cards();
    if (cards == null) {
      return "";
    }
    String link = "<a href=\"%s#step-%d\">card</a>".formatted(Text.escape(cards), mark.step() - 1);
    return "<td>" + (mark.step() > 0 ? link : "") + "</td>";
  }

  /** Agents that were trained can be asked. */
  private String howToAsk() {
    return sample.seed() == null || sample.cards() != null
        ? ""
        : "<p class=\"lead\">Why each was made: <code>experiments/run explain RUN --report</code>,"
            + " RUN being this page's folder, writes a card for each and links it here.</p>";
  }
}
