package io.tradinggym.experiments.report;

import io.tradinggym.experiments.evaluation.Provenance;
import io.tradinggym.experiments.evaluation.SeedReturns;
import io.tradinggym.experiments.evaluation.Trajectory;
import io.tradinggym.experiments.montecarlo.MonteCarlo;
import io.tradinggym.experiments.statistics.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What might have been, as a self-contained page. */
public final class MonteCarloReport {
  private static final int BINS = 15;

  private MonteCarloReport() {}

  /**
   * The page.
   *
   * @param title of the configuration
   * @param source where the prices of the history come from
   * @param ledger sentence of the ledger
   * @param block mean length of the bootstrap's blocks, bars
   * @param drawn histories drawn again; may be empty
   * @param plain the history as it was
   * @param neighbours of who played it, with parameters a little different; may be empty
   * @param costs by multiple
   * @param fills by way of filling
   * @param stress by crash
   */
  public static String of(
      String title,
      Provenance source,
      String ledger,
      double block,
      List<Trajectory> drawn,
      MonteCarlo.Line plain,
      List<MonteCarlo.Line> neighbours,
      List<MonteCarlo.Line> costs,
      List<MonteCarlo.Line> fills,
      List<MonteCarlo.Stress> stress) {
    Page page = new Page(title + " - Monte Carlo");
    page.add(
        "<header><h1>"
            + Text.escape(title)
            + "</h1><p>as it might have gone</p>"
            + Origin.html(source)
            + "<p class=\"ledger\">"
            + Text.escape(ledger)
            + "</p></header>");
    if (!drawn.isEmpty()) {
      page.section(
          "History drawn again",
          Text.count(drawn.size(), "time")
              + " in blocks of "
              + Text.number(block)
              + " bars on average (stationary bootstrap, Politis and White's length). Line: the"
              + " median; bands: the middle half, and all but the outer tenth.",
          fan(drawn, badge(source)) + totals(drawn, badge(source)));
    }
    if (!neighbours.isEmpty()) {
      page.section(
          "Neighbours",
          "The same history with other parameters: each number of a rule times e^(0.1 z), each that"
              + " a policy sees times 1 + 0.05 z, z normal. What stands on a summit is luck.",
          histogram(
                  neighbours.stream().mapToDouble(MonteCarlo.Line::total).sorted().toArray(),
                  badge(source))
              + "<p>As it was: "
              + Text.percent(plain.total())
              + ", above "
              + Text.percent(above(plain, neighbours))
              + " of its neighbours.</p>");
    }
    page.section("Costs", "The same history, all costs multiplied.", table(costs));
    page.section(
        "Fills",
        "The same history under several ways of filling orders: how much of the result is the"
            + " simulation's. Spread of the total: "
            + Text.percent(spread(fills))
            + ".",
        table(fills));
    page.section(
        "Crashes",
        "Each at several places of the history, on all assets at once; the return over its bars and"
            + " the one after.",
        stress(stress));
    return page.html();
  }

  /** What was drawn of a model was not even drawn of history. */
  private static String badge(Provenance source) {
    return source.simulated() ? "SIMULATED, DRAWN AGAIN" : "DRAWN AGAIN";
  }

  /** Largest less smallest total. */
  public static double spread(List<MonteCarlo.Line> lines) {
    double[] totals = lines.stream().mapToDouble(MonteCarlo.Line::total).toArray();
    return Arrays.stream(totals).max().orElse(0) - Arrays.stream(totals).min().orElse(0);
  }

  private static String fan(List<Trajectory> drawn, String badge) {
    ReportData.Fan fan =
        Fans.of(
            drawn.stream()
                .map(
                    episode -> {
                      double start = episode.equity()[0];
                      return Arrays.stream(episode.equity()).map(v -> v / start).toArray();
                    })
                .toList());
    List<Double> x = IntStream.range(0, fan.median().size()).mapToObj(i -> (double) i).toList();
    return new LineChart("Growth", 260, x, v -> "bar " + Math.round(v), Text::number)
        .badge(badge)
        .band("agent", fan.low(), fan.high())
        .band("agent inner", fan.lower(), fan.upper())
        .line("median", "agent", fan.median())
        .html();
  }

  private static String totals(List<Trajectory> drawn, String badge) {
    return histogram(drawn.stream().mapToDouble(SeedReturns::score).sorted().toArray(), badge);
  }

  /** Share of the neighbours that did worse, ties half. */
  public static double above(MonteCarlo.Line plain, List<MonteCarlo.Line> neighbours) {
    return neighbours.stream()
        .mapToDouble(
            each -> each.total() < plain.total() ? 1 : each.total() == plain.total() ? 0.5 : 0)
        .average()
        .orElse(Double.NaN);
  }

  private static String histogram(double[] totals, String badge) {
    double width = Math.max(1e-12, (totals[totals.length - 1] - totals[0]) / BINS);
    int[] counts = new int[BINS];
    List<String> bins = new ArrayList<>();
    for (double total : totals) {
      counts[Math.min(BINS - 1, (int) ((total - totals[0]) / width))]++;
    }
    for (int bin = 0; bin < BINS; bin++) {
      bins.add(Text.percent(totals[0] + (bin + 0.5) * width));
    }
    long losses = Arrays.stream(totals).filter(total -> total < 0).count();
    return Histogram.html("total return", bins, counts, badge)
        + "<p>5 % of them below "
        + Text.percent(Sample.quantile(totals, 0.05))
        + ", median "
        + Text.percent(Sample.quantile(totals, 0.5))
        + ", lost money: "
        + Text.percent((double) losses / totals.length)
        + "</p>";
  }

  private static String table(List<MonteCarlo.Line> lines) {
    List<String> rows = lines.stream().map(MonteCarlo.Line::name).toList();
    StringBuilder table =
        new StringBuilder(
            "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th></th><th>total</th>"
                + "<th>Sharpe</th><th>deepest drawdown</th></tr></thead><tbody>");
    for (int i = 0; i < lines.size(); i++) {
      MonteCarlo.Line line = lines.get(i);
      table
          .append("<tr><td>")
          .append(Text.escape(rows.get(i)))
          .append("</td><td>")
          .append(Text.percent(line.total()))
          .append("</td><td>")
          .append(Double.isNaN(line.sharpe()) ? "n/a" : Text.number(line.sharpe()))
          .append("</td><td>")
          .append(Text.percent(line.drawdown()))
          .append("</td></tr>");
    }
    return table.append("</tbody></table></div>").toString();
  }

  private static String stress(List<MonteCarlo.Stress> stress) {
    StringBuilder table =
        new StringBuilder(
            "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th></th><th>mean</th>"
                + "<th>worst</th><th>buy-and-hold</th><th>ended early</th></tr></thead>"
                + "<tbody>");
    for (MonteCarlo.Stress each : stress) {
      table
          .append("<tr><td>")
          .append(Text.escape(each.scenario().name()))
          .append("</td><td>")
          .append(Text.percent(each.mean()))
          .append("</td><td>")
          .append(Text.percent(each.worst()))
          .append("</td><td>")
          .append(Double.isNaN(each.held()) ? "n/a" : Text.percent(each.held()))
          .append("</td><td>")
          .append(each.ruined())
          .append("</td></tr>");
    }
    table.append("</tbody></table></div><ul class=\"plain\">");
    stress.forEach(
        each ->
            table
                .append("<li>")
                .append(Text.escape(each.scenario().name() + ": " + each.scenario().words()))
                .append("</li>"));
    return table.append("</ul>").toString();
  }
}
