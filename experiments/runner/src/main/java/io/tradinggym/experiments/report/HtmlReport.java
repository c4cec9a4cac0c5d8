package io.tradinggym.experiments.report;

import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.evaluation.Provenance;
import io.tradinggym.experiments.report.ReportData.Asset;
import io.tradinggym.experiments.report.ReportData.Contender;
import io.tradinggym.experiments.report.ReportData.Curve;
import io.tradinggym.experiments.report.ReportData.Fan;
import io.tradinggym.experiments.report.ReportData.Figure;
import io.tradinggym.experiments.report.ReportData.Mark;
import io.tradinggym.experiments.report.ReportData.Sample;
import io.tradinggym.experiments.statistics.RegimeSlices;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes {@link ReportData} as one self-contained page. */
public final class HtmlReport {
  private static final int CHARTED_ASSETS = 4;
  private static final int CHARTED_TRADES = 60;

  private final ReportData data;

  private HtmlReport(ReportData data) {
    this.data = data;
  }

  /** The page. */
  public static String of(ReportData data) {
    return new HtmlReport(data).page();
  }

  private String page() {
    Page page = new Page(data.title() + " - Trading Gym report");
    page.add(
        "<header><h1>"
            + Text.escape(data.title())
            + "</h1><p>"
            + Text.escape(data.environment())
            + ", "
            + Text.count(data.seeds(), "seed")
            + ", "
            + Text.count(data.paths(), unseen() + "path")
            + "</p>"
            + source()
            + ledger()
            + "</header>");
    page.add("<div class=\"notice\">" + Disclaimer.TEXT + "</div>");
    headline(page);
    controls(page);
    Sample sample = data.sample();
    if (data.trades()) {
      curves(page);
    }
    if (sample != null) {
      sampleSections(page, sample);
    }
    if (data.trades()) {
      metrics(page);
      costs(page);
    }
    training(page);
    page.section(
        "What is simulated, and what that gets wrong",
        "",
        "<ul class=\"plain\"><li>"
            + String.join("</li><li>", data.assumptions().stream().map(Text::escape).toList())
            + "</li></ul>");
    page.section(
        "How to tell it again",
        "The same configuration, data and code give the same numbers, and so the same"
            + " journal hash, on any number of threads.",
        facts());
    page.add(
        "<footer>Trading Gym. This page needs nothing from anywhere; it can be kept, mailed and"
            + " printed.</footer>");
    return page.html();
  }

  /** Who was trained, or plays a test range, is judged on what it has not seen; a backtest may play any range. */
  private String unseen() {
    boolean test = data.facts().containsKey(Evaluation.OPENED);
    return data.trainings().isEmpty() && !test ? "" : "unseen ";
  }

  private String source() {
    return hasPrices() ? Origin.html(new Provenance(data.simulated(), data.source())) : "";
  }

  /** In the head: how often luck was given a chance. */
  private String ledger() {
    String ledger = data.ledger();
    return ledger == null ? "" : "<p class=\"ledger\">" + Text.escape(ledger) + "</p>";
  }

  /** Files from before knew of prices only where something was traded. */
  private boolean hasPrices() {
    return data.trades() || (data.rules() != null && !data.source().isEmpty());
  }

  private String badge() {
    return Origin.badge(hasPrices() && data.simulated());
  }

  private String score(double value) {
    return data.trades() ? Text.percent(value) : Text.number(value);
  }

  private void headline(Page page) {
    Contender agent = data.contenders().getFirst();
    page.add(
        "<section><h2>Result</h2><p class=\"lead\">"
            + (data.trades()
                ? "Total return of an " + unseen() + "episode after all costs"
                : "Sum of rewards of an " + unseen() + "episode")
            + ": interquartile mean over seeds and paths with its 95 % bootstrap interval"
            + (data.paths() == 1 && data.trades()
                ? ", drawn from the steps of the one path in blocks (stationary bootstrap)"
                : "")
            + ". Nothing else on this page is a headline. The middle half leaves the rare disaster"
            + " and the rare triumph out; the sentences below compare means of all, which hold"
            + " them."
            + "</p>"
            + verdicts()
            + "<div class=\"headline\"><div><div"
            + " class=\"big\">"
            + score(agent.score())
            + "</div><div class=\"sub\">"
            + Text.escape(agent.name())
            + ", 95 % between "
            + score(agent.low())
            + " and "
            + score(agent.high())
            + "</div></div><div>"
            + new IntervalChart(data.contenders(), this::score, badge()).html()
            + "</div></div></section>");
  }

  private String verdicts() {
    return data.verdicts().isEmpty()
        ? ""
        : "<p class=\"verdict\">"
            + String.join("<br>", data.verdicts().stream().map(Text::escape).toList())
            + "</p>";
  }

  private void controls(Page page) {
    if (data.contenders().size() < 2) {
      return;
    }
    StringBuilder table =
        new StringBuilder(
            "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th></th><th>Score</th>"
                + "<th>95 % interval</th><th>The agent beats it on</th></tr></thead><tbody>");
    for (Contender contender : data.contenders()) {
      Double beaten = contender.beaten();
      table
          .append(beaten == null ? "<tr class=\"agent-row\"><td>" : "<tr><td>")
          .append(Text.escape(contender.name()))
          .append("</td><td>")
          .append(score(contender.score()))
          .append("</td><td>")
          .append(score(contender.low()))
          .append(" to ")
          .append(score(contender.high()))
          .append("</td><td>")
          .append(beaten == null ? "" : Math.round(beaten * 100) + " % of seeds and paths")
          .append("</td></tr>");
    }
    page.section(
        "Against the controls",
        "Everybody met the same paths. " + whoTheyAre(),
        table.append("</tbody></table></div>").append(rules()).toString());
  }

  /** Speaks of those controls only that stand in the table. */
  private String whoTheyAre() {
    List<String> controls = data.contenders().stream().skip(1).map(Contender::name).toList();
    String chance = "random draws its actions: an agent without skill is where it is.";
    if (has("oracle")) {
      return "The oracle knows the future and shows how much there was to win; "
          + (controls.size() > 2 ? "the others know nothing of it." : "the other knows nothing.");
    }
    if (controls.equals(List.of("random"))) {
      return "The control is chance: " + chance;
    }
    return has("random")
        ? "The controls are rules that learn nothing; " + chance
        : "The controls are rules that learn nothing.";
  }

  /** What the environment's own controls do. */
  private String rules() {
    Map<String, String> rules = data.rules();
    if (rules == null || rules.isEmpty()) {
      return "";
    }
    StringBuilder list = new StringBuilder("<ul class=\"plain\">");
    rules.forEach(
        (name, meaning) ->
            list.append("<li><b>")
                .append(Text.escape(name))
                .append("</b>: ")
                .append(Text.escape(meaning))
                .append(".</li>"));
    return list.append("</ul>").toString();
  }

  private boolean has(String name) {
    return data.contenders().stream().anyMatch(contender -> contender.name().equals(name));
  }

  private void curves(Page page) {
    page.section(
        "Equity",
        "Growth of 1. Line: median over seeds and paths; bands: the middle half, and all but the"
            + " outer tenth.",
        fanChart("Equity", true));
    page.section("Drawdown", "Below the running peak, the same way.", fanChart("Drawdown", false));
  }

  private String fanChart(String title, boolean equity) {
    Contender agent = data.contenders().getFirst();
    Fan fan = equity ? agent.equity() : agent.drawdown();
    if (fan == null) {
      return "";
    }
    List<Double> x = horizontal(fan.median().size());
    LineChart chart =
        new LineChart(title, 280, x, this::xText, equity ? Text::number : Text::percent)
            .badge(badge())
            .band("agent", fan.low(), fan.high())
            .band("agent inner", fan.lower(), fan.upper());
    for (int i = data.contenders().size() - 1; i >= 0; i--) {
      Contender contender = data.contenders().get(i);
      Fan other = equity ? contender.equity() : contender.drawdown();
      if (other != null
          && !contender.name().equals("oracle")
          && other.median().size() == x.size()) {
        chart.line(contender.name(), Page.style(contender.name(), i), other.median());
      }
    }
    return chart.html();
  }

  /** Dates, where all paths share them; else bars. */
  private List<Double> horizontal(int size) {
    Sample sample = data.sample();
    if (data.paths() == 1 && !data.simulated() && sample != null && sample.times().size() == size) {
      return sample.times().stream().map(Long::doubleValue).toList();
    }
    return IntStream.range(0, size).mapToObj(i -> (double) i).toList();
  }

  private String xText(double value) {
    return value > 1e11 ? date(value) : "bar " + Math.round(value);
  }

  private String date(double value) {
    Sample sample = data.sample();
    return sample == null ? Text.day(value) : Text.mark(value, sample.times());
  }

  private void sampleSections(Page page, Sample sample) {
    Axis axis = new Axis(sample.times(), data.simulated());
    StringBuilder charts = new StringBuilder();
    sample.assets().stream()
        .sorted(Comparator.comparingDouble(HtmlReport::traded).reversed())
        .limit(CHARTED_ASSETS)
        .forEach(
            asset ->
                charts
                    .append("<div><h3>")
                    .append(Text.escape(asset.name()))
                    .append(", ")
                    .append(Text.count(asset.trades().size(), "trade"))
                    .append("</h3>")
                    .append(priceChart(asset, axis))
                    .append("</div>"));
    SampleTables tables = new SampleTables(sample, axis);
    page.section(
        "Trades",
        Text.escape(sample.description())
            + " The assets that were traded most;"
            + " &#9650; bought, &#9660; sold, the largest trades.",
        charts + tables.trades());
    page.section(
        "Weights",
        "Share of equity in each asset, the same episode; what is sold short lies below the line.",
        new WeightsChart(sample, axis).html());
    ReturnCharts returns = new ReturnCharts(sample, axis);
    if (returns.rolls()) {
      page.section(
          "Rolling Sharpe ratio",
          "A year, of the last " + returns.window() + " bars at each one, the same episode.",
          returns.sharpe(badge()));
    }
    page.section(
        "Returns",
        "How the returns of single bars spread, the same episode.",
        returns.histogram(badge()));
    RiskTables risk = new RiskTables(sample);
    String regimes = risk.regimes();
    if (!regimes.isEmpty()) {
      page.section(
          "By the state of the market",
          "The same episode. Thirds by the market's deviation over the last "
              + RegimeSlices.WINDOW
              + " bars, and after those in which it rose or fell; the market is equal parts of all"
              + " that is traded.",
          regimes);
    }
    String losses = risk.losses();
    if (!losses.isEmpty()) {
      page.section(
          "Losses beside their forecasts",
          "The same episode: 5 % value at risk, as the bars before forecast it. A small p speaks"
              + " against such forecasts.",
          losses);
    }
    page.section(
        "Deepest drawdowns",
        "From a peak to the lowest point and back, the same episode.",
        tables.falls());
    String horizons = tables.horizons();
    if (!horizons.isEmpty()) {
      page.section(
          "Over several horizons",
          "What any day, month or year in the same episode would have brought. Windows begin at"
              + " every bar and overlap: their number is none of independent trials.",
          horizons);
    }
    page.section(
        "Monthly returns",
        "Per cent, the same episode.",
        new MonthsTable(sample.months(), data.simulated()).html());
  }

  private static double traded(Asset asset) {
    return asset.trades().stream()
        .mapToDouble(mark -> Math.abs(mark.quantity()) * asset.prices().get(mark.step()))
        .sum();
  }

  private String priceChart(Asset asset, Axis axis) {
    List<Double> times = axis.positions();
    LineChart chart =
        new LineChart(asset.name(), 190, times, axis::mark, Text::number)
            .badge(badge())
            .line(asset.name(), "price", asset.prices());
    asset.trades().stream()
        .sorted(Comparator.comparingDouble((Mark mark) -> Math.abs(mark.quantity())).reversed())
        .limit(CHARTED_TRADES)
        .forEach(
            mark -> {
              boolean buy = mark.quantity() > 0;
              chart.mark(
                  buy ? "buy" : "sell",
                  times.get(mark.step()),
                  asset.prices().get(mark.step()),
                  buy,
                  (buy ? "bought " : "sold ")
                      + Text.quantity(Math.abs(mark.quantity()))
                      + ", "
                      + axis.exact(mark.step()));
            });
    return chart.html();
  }

  private void metrics(Page page) {
    StringBuilder table =
        new StringBuilder("<div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th></th>");
    data.contenders()
        .forEach(
            contender ->
                table.append("<th>").append(Text.escape(contender.name())).append("</th>"));
    table.append("</tr></thead><tbody>");
    List<Figure> rows = data.contenders().getFirst().figures();
    for (int row = 0; row < rows.size(); row++) {
      table.append("<tr><td>").append(Text.escape(rows.get(row).label())).append("</td>");
      for (int i = 0; i < data.contenders().size(); i++) {
        table
            .append(i == 0 ? "<td class=\"agent-col\">" : "<td>")
            .append(Text.escape(figure(data.contenders().get(i), rows.get(row).label())))
            .append("</td>");
      }
      table.append("</tr>");
    }
    page.section(
        "Metrics",
        "Means over seeds and paths, the rare ones too, after all costs, risk-free rate 0. Money in"
            + " the account's currency. "
            + samples()
            + " n/a: not defined.",
        table.append("</tbody></table></div>").toString());
  }

  /** Two chances stand on this page that look alike: what each of them is of. */
  private String samples() {
    return data.paths() == 1
        ? "P(true Sharpe &gt; 0) is that of a seed's one path; the deflated Sharpe ratio at the top"
            + " asks for more, a ratio above the best of so many trials without skill."
        : "P(true Sharpe &gt; 0) is what one path by itself shows; the deflated Sharpe ratio at the"
            + " top judges "
            + (data.simulated()
                ? "all " + data.paths() + " paths of one seed, joined."
                : "the first path of one seed, against the best of so many trials without skill.");
  }

  private static String figure(Contender contender, String label) {
    return contender.figures().stream()
        .filter(figure -> figure.label().equals(label))
        .map(Figure::text)
        .findFirst()
        .orElse("n/a");
  }

  private void costs(Page page) {
    TreeSet<String> labels = new TreeSet<>();
    data.contenders().forEach(contender -> labels.addAll(contender.costs().keySet()));
    StringBuilder table =
        new StringBuilder("<div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th></th>");
    labels.forEach(label -> table.append("<th>").append(Text.escape(label)).append("</th>"));
    table.append("</tr></thead><tbody>");
    for (int i = 0; i < data.contenders().size(); i++) {
      Contender contender = data.contenders().get(i);
      table
          .append(i == 0 ? "<tr class=\"agent-row\"><td>" : "<tr><td>")
          .append(Text.escape(contender.name()))
          .append("</td>");
      labels.forEach(
          label ->
              table
                  .append("<td>")
                  .append(Text.money(costOf(contender.costs(), label)))
                  .append("</td>"));
      table.append("</tr>");
    }
    page.section(
        "Costs",
        "Mean per episode, account currency.",
        table.append("</tbody></table></div>").toString());
  }

  private static double costOf(Map<String, Double> costs, String label) {
    @Nullable Double cost = costs.get(label);
    return cost == null ? Double.NaN : cost;
  }

  private void training(Page page) {
    if (data.trainings().isEmpty()) {
      return;
    }
    Curve longest = data.trainings().getFirst();
    LineChart chart =
        new LineChart(
            "Training",
            260,
            longest.steps().stream().map(Long::doubleValue).toList(),
            Text::number,
            Text::number);
    for (int i = 0; i < data.trainings().size(); i++) {
      Curve curve = data.trainings().get(i);
      String style = "a" + i % Page.PALETTE;
      chart.freeLine(
          "seed " + curve.seed(), style + " thin", doubles(curve.steps()), curve.returns());
      if (!curve.validations().isEmpty()) {
        chart.companion(
            "seed " + curve.seed(),
            style + " dashed",
            doubles(curve.validationSteps()),
            curve.validations());
      }
    }
    page.section(
        "Training",
        "Mean return of the last hundred training episodes over environment steps"
            + (data.trainings().stream().allMatch(curve -> curve.validations().isEmpty())
                ? "."
                : "; dashed: on validation episodes, by which the policy of each seed was chosen."),
        chart.badge(badge()).html());
  }

  private static List<Double> doubles(List<Long> values) {
    return values.stream().map(Long::doubleValue).toList();
  }

  private String facts() {
    StringBuilder table = new StringBuilder("<table class=\"facts\"><tbody>");
    data.facts()
        .forEach(
            (label, value) ->
                table
                    .append("<tr><td>")
                    .append(Text.escape(label))
                    .append("</td><td><code>")
                    .append(Text.escape(value))
                    .append("</code></td></tr>"));
    return table.append("</tbody></table>").toString();
  }
}
