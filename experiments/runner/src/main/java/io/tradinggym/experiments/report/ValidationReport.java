package io.tradinggym.experiments.report;

import io.tradinggym.experiments.evaluation.Provenance;
import io.tradinggym.experiments.statistics.Sample;
import io.tradinggym.experiments.validation.CrossValidationResult;
import io.tradinggym.experiments.validation.WalkForwardResult;
import io.tradinggym.experiments.validation.WalkForwardResult.Curve;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Walks forward and cross-validations as self-contained pages. */
public final class ValidationReport {
  private static final int BINS = 15;
  private static final int CURVES = 60;

  private ValidationReport() {}

  /** A walk forward. */
  public static String walkForward(String title, WalkForwardResult result) {
    Provenance source = result.source();
    Page page =
        page(title, source, Text.count(result.folds().size(), "fold"), result.worth().sentence());
    page.section(
        "Folds",
        "Blue: learned from. Gold: the policy was chosen by. Green: tested, once.",
        FoldTimeline.html(
            result.folds().stream().map(WalkForwardResult.FoldLine::span).toList(),
            place -> place(source, place),
            Origin.badge(source.simulated())));
    page.section(
        "All tests in a row",
        "Growth of 1, each seed's agent and buy-and-hold, after all costs.",
        curves(source, result.curves(), result.held(), names(result)));
    page.section("By fold", "Total return of each test.", folds(result));
    page.section(
        "By seed", "Over all tests.", table(result.curves(), names(result), result.held()));
    return page.html();
  }

  private static List<String> names(WalkForwardResult result) {
    return result.seeds().stream().map(seed -> "seed " + seed).toList();
  }

  /** A cross-validation. */
  public static String crossValidation(String title, CrossValidationResult result) {
    Page page =
        page(
            title,
            result.source(),
            Text.count(result.paths().size(), "path"),
            result.worth().sentence());
    page.section(
        "Paths",
        "Growth of 1 on every path through history, none of whose bars its agents learned from.",
        curves(result.source(), result.paths(), result.held(), result.names()));
    page.section(
        "Sharpe ratios",
        "A year, of all paths and seeds: mean "
            + Text.number(result.sharpe())
            + ". One backtest would have been one of these.",
        histogram(result.source(), result.paths(), Curve::sharpe, "Sharpe ratio"));
    page.section(
        "Deepest drawdowns",
        "Of all paths and seeds.",
        histogram(result.source(), result.paths(), Curve::drawdown, "drawdown"));
    page.section("All paths", "", table(result.paths(), result.names(), result.held()));
    return page.html();
  }

  /** A bar of a model by its number, because its dates are made up; one of history by its day. */
  private static String place(Provenance source, double place) {
    return source.simulated() ? "bar " + Math.round(place) : Text.day(place);
  }

  private static Page page(String title, Provenance source, String what, String ledger) {
    Page page = new Page(title + " - validation");
    page.add(
        "<header><h1>"
            + Text.escape(title)
            + "</h1><p>"
            + Text.escape(what)
            + "</p>"
            + Origin.html(source)
            + "<p class=\"ledger\">"
            + Text.escape(ledger)
            + "</p></header>");
    return page;
  }

  private static String curves(
      Provenance source, List<Curve> curves, @Nullable Curve held, List<String> names) {
    List<Long> times = curves.getFirst().times().stream().map(Double::longValue).toList();
    Axis axis = new Axis(times, source.simulated());
    List<Double> x = axis.positions();
    LineChart chart =
        new LineChart("Growth", 280, x, axis::mark, Text::number)
            .badge(Origin.badge(source.simulated()));
    if (held != null && held.growth().size() == x.size()) {
      chart.line("buy-and-hold", "c-buy-and-hold", held.growth());
    }
    boolean few = curves.size() <= Page.PALETTE;
    for (int i = 0; i < Math.min(CURVES, curves.size()); i++) {
      String style = "a" + i % Page.PALETTE + (few ? "" : " thin");
      if (few) {
        chart.line(names.get(i), style, curves.get(i).growth());
      } else {
        chart.freeLine("", style, x, curves.get(i).growth());
      }
    }
    return chart.html();
  }

  private static String folds(WalkForwardResult result) {
    List<String> columns = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    double[][] values = new double[result.seeds().size() + 1][result.folds().size()];
    for (int fold = 0; fold < result.folds().size(); fold++) {
      columns.add(
          (fold + 1) + ": " + place(result.source(), result.folds().get(fold).span().test()));
      for (int seed = 0; seed < result.seeds().size(); seed++) {
        values[seed][fold] = result.folds().get(fold).returns().get(seed);
      }
      values[result.seeds().size()][fold] = result.folds().get(fold).held();
    }
    result.seeds().forEach(seed -> rows.add("seed " + seed));
    rows.add("buy-and-hold");
    return new HeatMap("", "test from", rows, columns, values, 0, Text::percent).html();
  }

  private static String histogram(
      Provenance source, List<Curve> paths, ToDoubleFunction<Curve> figure, String name) {
    double[] values =
        paths.stream().mapToDouble(figure).filter(value -> !Double.isNaN(value)).sorted().toArray();
    if (values.length == 0) {
      return "<p>not defined on any path</p>";
    }
    double low = values[0];
    double width = Math.max(1e-12, (values[values.length - 1] - low) / BINS);
    int[] counts = new int[BINS];
    for (double value : values) {
      counts[Math.min(BINS - 1, (int) ((value - low) / width))]++;
    }
    List<String> columns = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      columns.add(Text.number(low + (bin + 0.5) * width));
    }
    String summary =
        "<p>5 %% %s, median %s, 95 %% %s</p>"
            .formatted(
                Text.number(Sample.quantile(values, 0.05)),
                Text.number(Sample.quantile(values, 0.5)),
                Text.number(Sample.quantile(values, 0.95)));
    return Histogram.html(name, columns, counts, Origin.badge(source.simulated())) + summary;
  }

  private static String table(List<Curve> curves, List<String> names, @Nullable Curve held) {
    StringBuilder table =
        new StringBuilder(
            "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th></th><th>total</th>"
                + "<th>Sharpe</th><th>deepest drawdown</th></tr></thead><tbody>");
    for (int i = 0; i < curves.size(); i++) {
      row(table, names.get(i), curves.get(i));
    }
    if (held != null) {
      row(table, "buy-and-hold", held);
    }
    return table.append("</tbody></table></div>").toString();
  }

  private static void row(StringBuilder table, String name, Curve curve) {
    table
        .append("<tr><td>")
        .append(Text.escape(name))
        .append("</td><td>")
        .append(Text.percent(curve.total()))
        .append("</td><td>")
        .append(Double.isNaN(curve.sharpe()) ? "n/a" : Text.number(curve.sharpe()))
        .append("</td><td>")
        .append(Text.percent(curve.drawdown()))
        .append("</td></tr>");
  }
}
