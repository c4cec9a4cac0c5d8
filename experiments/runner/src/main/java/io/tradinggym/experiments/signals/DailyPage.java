package io.tradinggym.experiments.signals;

import io.tradinggym.data.feature.Catalog;
import io.tradinggym.data.feature.FeatureColumns;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.experiments.report.CandleChart;
import io.tradinggym.experiments.report.Disclaimer;
import io.tradinggym.experiments.report.LineChart;
import io.tradinggym.experiments.report.Page;
import io.tradinggym.experiments.report.Text;
import io.tradinggym.explain.synthesis.Recommendation;
import io.tradinggym.explain.synthesis.Synthesis;
import io.tradinggym.options.analysis.OptionIdea;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The daily report as one self-contained page: the ranking, and a section a ticker. */
final class DailyPage {
  private static final int SHOWN = 120;
  private static final int IMPORTANCES = 12;
  private final DailyReport report;

  private DailyPage(DailyReport report) {
    this.report = report;
  }

  static String of(DailyReport report) {
    return new DailyPage(report).page();
  }

  private String badge() {
    return report.simulated() ? "SIMULATED" : "";
  }

  /** Of the time axis. */
  private String mark(double place) {
    return report.simulated() ? "bar " + Math.round(place) : Text.day(place);
  }

  /** Dates of prices that a model drew mean nothing. */
  private String day(LocalDate date) {
    return report.simulated() ? "the last simulated session" : date.toString();
  }

  private String page() {
    Page page = new Page("Signals of " + day(report.date()));
    page.add(
        format(
            "<header><h1>Signals of %s</h1><p><span class=\"source\">%s</span> %s</p></header>",
            day(report.date()),
            report.simulated() ? "SIMULATED" : "REAL DATA",
            Text.escape(report.source())));
    page.add(
        "<div class=\"notice\">"
            + Disclaimer.PURPOSE
            + " Beside each score stands what the model was worth on days that it had not seen, and"
            + " what \"always up\" was worth there.</div>");
    page.section("Ranking", "", ranking());
    for (TickerSignal signal : report.signals()) {
      page.section(
          Text.escape(signal.ticker() + ": " + signal.band()),
          Text.escape(
              format(
                  "Models of version %s%s, bars to %s.",
                  signal.version().name(),
                  signal.version().reused() ? ", reused" : "",
                  day(signal.date()))),
          ticker(signal));
    }
    if (!report.failed().isEmpty()) {
      StringBuilder list = new StringBuilder("<ul class=\"plain\">");
      report
          .failed()
          .forEach(
              (ticker, why) ->
                  list.append(format("<li>%s: %s</li>", Text.escape(ticker), Text.escape(why))));
      page.section("Left out", "", list.append("</ul>").toString());
    }
    return page.html();
  }

  private String ranking() {
    StringBuilder table =
        new StringBuilder(
            "<div class=\"scroll\""
                + " tabindex=\"0\"><table><thead><tr><th>Ticker</th><th>Signal</th><th>Ensemble"
                + " score</th><th>IV risk</th><th>Top option</th><th>Claude"
                + " verdict</th><th>Confidence</th><th>AUC</th><th>Accuracy</th><th>Always"
                + " up</th></tr></thead><tbody>");
    for (TickerSignal s : report.signals()) {
      table.append(
          row(
              false,
              s.ticker(),
              s.band().name(),
              format("%.3f", s.score()),
              s.options().risk(),
              s.options().top(),
              s.verdict(),
              s.confidence(),
              format("%.3f", s.quality().auc()),
              format("%.3f", s.quality().accuracy()),
              format("%.3f", s.quality().alwaysUp())));
    }
    return table.append("</tbody></table></div>").toString();
  }

  private String ticker(TickerSignal signal) {
    return candles(signal)
        + "<div class=\"two\"><div><h3>Score</h3>"
        + gauge(signal)
        + "</div><div><h3>What the trees split on</h3>"
        + importances(signal.study().importances())
        + "</div></div>"
        + series(signal.series())
        + chain(signal)
        + synthesis(signal.synthesis())
        + backtest(signal);
  }

  private String candles(TickerSignal signal) {
    PriceBars bars = signal.bars();
    FeatureColumns columns =
        new FeatureColumns(Catalog.standard().parse("EMA_9, EMA_21, EMA_200, BB_lower, BB_upper"));
    columns.compute(bars);
    int from = Math.max(0, bars.size() - SHOWN);
    List<double[]> candles =
        IntStream.range(from, bars.size())
            .mapToObj(
                bar ->
                    new double[] {bars.open(bar), bars.high(bar), bars.low(bar), bars.close(bar)})
            .toList();
    return new CandleChart(
            signal.ticker(),
            candles,
            bar ->
                report.simulated()
                    ? "bar " + (from + bar)
                    : TickerSignal.day(bars.closeTime(from + bar)).toString())
        .badge(badge())
        .band(column(columns, 3, from), column(columns, 4, from))
        .line("EMA 9", "a0", column(columns, 0, from))
        .line("EMA 21", "a1", column(columns, 1, from))
        .line("EMA 200", "a3", column(columns, 2, from))
        .html();
  }

  private static double[] column(FeatureColumns columns, int feature, int from) {
    return IntStream.range(from, columns.bars())
        .mapToDouble(bar -> columns.value(feature, bar))
        .toArray();
  }

  /** Half a circle from 0 to 100, with the interval over refits. */
  private static String gauge(TickerSignal signal) {
    Study study = signal.study();
    return format(
        "<svg class=\"chart\" viewBox=\"0 0 360 160\" role=\"img\" aria-label=\"score %.0f of"
            + " 100\"><path class=\"grid\" style=\"fill:none;stroke-width:14\" d=\"%s\"/><path"
            + " class=\"line agent\" style=\"stroke-width:14\" d=\"%s\"/><text class=\"far\""
            + " text-anchor=\"middle\" x=\"180\" y=\"112\""
            + " style=\"font-size:30px\">%.0f</text><text text-anchor=\"middle\" x=\"180\""
            + " y=\"132\">trees %.3f, sequences %s</text><text text-anchor=\"middle\" x=\"180\""
            + " y=\"150\">interval %.3f to %.3f</text></svg>",
        100 * signal.score(),
        arc(1),
        arc(signal.score()),
        100 * signal.score(),
        study.trees(),
        Double.isNaN(study.sequences()) ? "none" : format("%.3f", study.sequences()),
        study.interval().low(),
        study.interval().high());
  }

  private static String arc(double share) {
    double angle = Math.PI * (1 - Math.clamp(share, 0.001, 0.999));
    return format(
        "M 80 110 A 100 100 0 0 1 %.2f %.2f",
        180 + 100 * Math.cos(angle), 110 - 100 * Math.sin(angle));
  }

  private static String importances(List<Study.Importance> all) {
    List<Study.Importance> shown = all.subList(0, Math.min(IMPORTANCES, all.size()));
    double most = shown.isEmpty() ? 1 : Math.max(shown.getFirst().share(), 1e-9);
    StringBuilder svg =
        new StringBuilder(
            format(
                "<svg class=\"chart\" viewBox=\"0 0 360 %d\" role=\"img\""
                    + " aria-label=\"importances\">",
                18 * shown.size() + 4));
    for (int i = 0; i < shown.size(); i++) {
      Study.Importance each = shown.get(i);
      svg.append(
          format(
              "<text class=\"y\" x=\"168\" y=\"%d\">%s</text><rect class=\"layer agent\" x=\"174\""
                  + " y=\"%d\" width=\"%.1f\" height=\"12\"/><text x=\"%.1f\" y=\"%d\">%.1f"
                  + " %%</text>",
              18 * i + 14,
              Text.escape(each.feature()),
              18 * i + 4,
              130 * each.share() / most,
              180 + 130 * each.share() / most,
              18 * i + 14,
              100 * each.share()));
    }
    return svg.append("</svg>").toString();
  }

  private static String series(TickerSeries series) {
    StringBuilder list = new StringBuilder("<h3>Series beside the bars</h3><p>");
    list.append(Text.escape(series.toString())).append("</p><ul class=\"plain\">");
    series.lines().forEach(line -> list.append("<li>").append(Text.escape(line)).append("</li>"));
    return list.append("</ul>").toString();
  }

  private static String chain(TickerSignal signal) {
    List<OptionIdea> best = signal.options().best();
    if (best.isEmpty()) {
      String reason = signal.options().reason();
      return reason.isEmpty() ? "" : "<h3>Options</h3><p>" + Text.escape(reason) + "</p>";
    }
    StringBuilder table =
        new StringBuilder(
            "<h3>Options</h3><div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th>Contract"
                + "</th><th>Days</th><th>Bid</th><th>Ask</th><th>Premium</th><th>IV</th><th>Delta"
                + "</th><th>Break-even</th><th>Score</th></tr></thead><tbody>");
    for (int i = 0; i < best.size(); i++) {
      OptionIdea idea = best.get(i);
      table.append(
          row(
              i == 0,
              format(
                  "%s %.2f %s",
                  idea.type().name().toLowerCase(Locale.ROOT), idea.strike(), idea.expiry()),
              Integer.toString(idea.days()),
              Text.number(idea.bid()),
              Text.number(idea.ask()),
              Text.number(idea.premium()),
              Text.percent(idea.volatility()),
              format("%.2f", idea.delta()),
              Text.number(idea.breakEven()),
              format("%.2f", idea.score().total())));
    }
    return table.append("</tbody></table></div>").toString();
  }

  private static String synthesis(@Nullable Synthesis said) {
    if (said == null) {
      return "";
    }
    Recommendation what = said.recommendation();
    StringBuilder box =
        new StringBuilder("<h3>Synthesis</h3><div class=\"notice\"><b>")
            .append(what.verdict().label())
            .append("</b>, confidence ")
            .append(what.confidence())
            .append(" of 10. ")
            .append(Text.escape(what.rationale()));
    if (what.setup() != null) {
      box.append(
          format(
              " Entry %.2f, target %.2f, stop %.2f.",
              what.setup().entry(), what.setup().target(), what.setup().stop()));
    }
    box.append("<ul class=\"plain\">");
    what.risks().forEach(risk -> box.append("<li>").append(Text.escape(risk)).append("</li>"));
    return box.append("</ul>")
        .append(Text.escape(what.alternative()))
        .append("<br><small>by ")
        .append(Text.escape(said.model()))
        .append(said.reason().map(why -> ": " + Text.escape(why)).orElse(""))
        .append("</small></div>")
        .toString();
  }

  private String backtest(TickerSignal signal) {
    DailyReport.Backtests tests = report.backtests().get(signal.ticker());
    if (tests == null) {
      return "";
    }
    List<Double> days =
        IntStream.range(0, tests.signal().equity().length)
            .map(i -> tests.signal().first() + i)
            .mapToObj(bar -> report.simulated() ? bar : (double) signal.bars().closeTime(bar))
            .toList();
    LineChart chart =
        new LineChart("Backtest of " + signal.ticker(), 240, days, this::mark, Text::number)
            .badge(badge())
            .line("signal", "agent", boxed(tests.signal()))
            .line("always up", "a1", boxed(tests.alwaysUp()))
            .line("buy and hold", "c-buy-and-hold", boxed(tests.hold()));
    StringBuilder table =
        new StringBuilder(
            "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th></th><th>Total"
                + " return</th><th>Sharpe</th><th>Largest"
                + " drawdown</th><th>Trades</th><th>Won</th><th>Mean win / mean"
                + " loss</th></tr></thead><tbody>");
    Map<String, SignalBacktest> all = tests.named();
    all.forEach(
        (name, test) ->
            table.append(
                row(
                    name.equals("signal"),
                    name,
                    Text.percent(test.totalReturn()),
                    Text.number(test.sharpe()),
                    Text.percent(test.maxDrawdown()),
                    Integer.toString(test.trades().size()),
                    Text.percent(test.winRate()),
                    Text.number(test.winOverLoss()))));
    return "<h3>Backtest, out of fold, after costs</h3>"
        + chart.html()
        + table.append("</tbody></table></div>");
  }

  private static List<Double> boxed(SignalBacktest test) {
    return Arrays.stream(test.equity()).boxed().toList();
  }

  private static String row(boolean first, String... cells) {
    StringBuilder row = new StringBuilder(first ? "<tr class=\"agent-row\">" : "<tr>");
    for (String cell : cells) {
      row.append("<td>").append(Text.escape(cell)).append("</td>");
    }
    return row.append("</tr>").toString();
  }

  @SuppressWarnings("AnnotateFormatMethod") // The annotation is of a library that is not needed.
  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
