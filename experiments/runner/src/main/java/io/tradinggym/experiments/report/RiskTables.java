package io.tradinggym.experiments.report;

import io.tradinggym.experiments.report.ReportData.Asset;
import io.tradinggym.experiments.report.ReportData.Sample;
import io.tradinggym.experiments.statistics.RegimeSlices;
import io.tradinggym.experiments.statistics.Returns;
import io.tradinggym.experiments.statistics.risk.Coverage.LikelihoodRatio;
import io.tradinggym.experiments.statistics.risk.ForecastLosses;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The sample episode by the state of its market, and its losses beside their forecasts. */
final class RiskTables {
  private final Sample sample;
  private final double[] returns;

  RiskTables(Sample sample) {
    this.sample = sample;
    returns = Returns.ofEquity(sample.equity().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Slices by regime; empty for a short episode. */
  String regimes() {
    List<RegimeSlices.Slice> slices = RegimeSlices.of(returns, market(), sample.periodsPerYear());
    if (slices.isEmpty()) {
      return "";
    }
    StringBuilder table =
        new StringBuilder(
            "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th></th><th>Bars</th>"
                + "<th>Return a year</th><th>Sharpe</th><th>Market a year</th>"
                + "<th>Its Sharpe</th></tr></thead><tbody>");
    for (RegimeSlices.Slice slice : slices) {
      table
          .append("<tr><td>")
          .append(slice.state())
          .append("</td><td>")
          .append(slice.periods())
          .append("</td><td>")
          .append(Text.percent(slice.mean()))
          .append("</td><td>")
          .append(ratio(slice.sharpe()))
          .append("</td><td>")
          .append(Text.percent(slice.market()))
          .append("</td><td>")
          .append(ratio(slice.marketSharpe()))
          .append("</td></tr>");
    }
    return table.append("</tbody></table></div>").toString();
  }

  private static String ratio(double value) {
    return Double.isNaN(value) ? "n/a" : String.format(Locale.ROOT, "%.2f", value);
  }

  /** Equal parts of every asset that has a price, each bar anew. */
  private double[] market() {
    double[] market = new double[returns.length];
    for (int t = 0; t < market.length; t++) {
      int counted = 0;
      for (Asset asset : sample.assets()) {
        double before = asset.prices().get(t);
        double after = asset.prices().get(t + 1);
        if (before > 0 && after > 0) {
          market[t] += after / before - 1;
          counted++;
        }
      }
      market[t] /= Math.max(1, counted);
    }
    return market;
  }

  /** Forecast and tests; empty for a short episode. */
  String losses() {
    Optional<ForecastLosses> found = ForecastLosses.of(returns);
    return found.map(RiskTables::losses).orElse("");
  }

  private static String losses(ForecastLosses losses) {
    return "<p>"
        + String.format(
            Locale.ROOT,
            "A bar lost more than forecast %s in %,d (%.1f %%; 5 %% is right). Forecasts are made"
                + " of the %d bars before.",
            Text.count(losses.exceptions(), "time"),
            losses.periods(),
            100.0 * losses.exceptions() / losses.periods(),
            losses.window())
        + (losses.exceptions() == 0
            ? ""
            : " They were "
                + Text.percent(losses.shortfall())
                + " on average, forecast "
                + Text.percent(losses.expected())
                + ".")
        + "</p><ul class=\"plain\">"
        + line("As many as forecast (Kupiec)", losses.count())
        + line("One says nothing about the next (Christoffersen)", losses.order())
        + line("Both", losses.both())
        + "</ul>";
  }

  private static String line(String what, LikelihoodRatio test) {
    return String.format(Locale.ROOT, "<li>%s: p %.3f</li>", what, test.pValue());
  }
}
