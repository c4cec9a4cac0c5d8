package io.tradinggym.experiments.report;

import io.tradinggym.experiments.evaluation.Account;
import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.evaluation.Metric;
import io.tradinggym.experiments.evaluation.Standing;
import io.tradinggym.experiments.evaluation.Trade;
import io.tradinggym.experiments.evaluation.Trajectory;
import io.tradinggym.experiments.report.ReportData.Asset;
import io.tradinggym.experiments.report.ReportData.Contender;
import io.tradinggym.experiments.report.ReportData.Curve;
import io.tradinggym.experiments.report.ReportData.Figure;
import io.tradinggym.experiments.report.ReportData.Mark;
import io.tradinggym.experiments.report.ReportData.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what a report shows from an evaluation. */
public final class ReportBuilder {
  private final Evaluation evaluation;

  /** A report of an evaluation. */
  public ReportBuilder(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /**
   * What the report shows.
   *
   * @param symbols names of the assets, in order; missing ones are numbered
   */
  public ReportData build(
      String title, List<Curve> trainings, List<String> symbols, Map<String, String> facts, List<String> assumptions) {
    Standing agent = evaluation.agent();
    return new ReportData(
        title,
        evaluation.environment().id(),
        evaluation.trades(),
        agent.scores().length,
        agent.scores()[0].length,
        evaluation.standings().stream().map(this::contender).toList(),
        evaluation.trades() ? sample(symbols) : null,
        trainings,
        facts,
        assumptions);
  }

  private Contender contender(Standing standing) {
    List<Figure> figures = new ArrayList<>();
    evaluation.metrics(standing).forEach(
        (metric, value) -> figures.add(new Figure(metric.title(), text(metric, value))));
    List<Account> accounts = evaluation.trades() ? evaluation.accounts(standing) : List.of();
    return new Contender(
        standing.name(),
        standing.headline().estimate(),
        standing.headline().low(),
        standing.headline().high(),
        evaluation.isAgent(standing) ? null : evaluation.chanceToBeat(standing),
        figures,
        accounts.isEmpty() ? null : Fans.of(accounts.stream().map(ReportBuilder::growth).toList()),
        accounts.isEmpty() ? null : Fans.of(accounts.stream().map(account -> account.drawdowns().series()).toList()),
        costs(accounts));
  }

  private static double[] growth(Account account) {
    double[] equity = account.equity();
    double start = equity[0];
    return Arrays.stream(equity).map(value -> value / start).toArray();
  }

  private static Map<String, Double> costs(List<Account> accounts) {
    Map<String, Double> costs = new LinkedHashMap<>();
    if (!accounts.isEmpty()) {
      costs.put("Commissions and fees", mean(accounts, "fees"));
      costs.put("Interest, borrow fees, less dividends", mean(accounts, "carry"));
      costs.put("Notional traded", mean(accounts, "traded"));
    }
    return costs;
  }

  private static double mean(List<Account> accounts, String field) {
    return accounts.stream().mapToDouble(account -> account.trajectory().total(field)).average().orElse(Double.NaN);
  }

  static String text(Metric metric, double value) {
    return switch (metric.unit()) {
      case PERCENT -> Text.percent(value);
      case RATIO, TIMES -> Text.number(value);
      case BARS -> Double.isNaN(value) ? "n/a" : Math.round(value) + " bars";
      case MONEY -> Text.money(value);
      case BASIS_POINTS -> Double.isNaN(value) ? "n/a" : Text.number(value * 10_000) + " bp";
      case BASIS_POINTS_GIVEN -> Double.isNaN(value) ? "n/a" : Text.number(value) + " bp";
    };
  }

  private @Nullable Sample sample(List<String> symbols) {
    Trajectory episode = medianEpisode();
    if (!episode.has("time")) {
      return null;
    }
    double[] equity = episode.info("equity");
    List<Trade> trades = Trade.of(episode);
    List<Asset> assets = new ArrayList<>();
    for (int i = 0; i < episode.assets(); i++) {
      int asset = i;
      assets.add(
          new Asset(
              i < symbols.size() ? symbols.get(i) : "asset " + (i + 1),
              list(episode.info("price_" + i)),
              list(episode.info("weight_" + i)),
              trades.stream()
                  .filter(trade -> trade.asset() == asset)
                  .map(trade -> new Mark(trade.step(), trade.quantity()))
                  .toList()));
    }
    return new Sample(
        "The agent's median episode: path " + (episode.path() + 1) + ".",
        Arrays.stream(episode.info("time")).mapToObj(time -> (long) time).toList(),
        list(equity),
        assets,
        Months.of(episode.info("time"), equity));
  }

  private Trajectory medianEpisode() {
    List<Trajectory> episodes =
        evaluation.agent().episodes().stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparingDouble(ReportBuilder::finalEquity))
            .toList();
    return episodes.get(episodes.size() / 2);
  }

  private static double finalEquity(Trajectory episode) {
    double[] equity = episode.info("equity");
    return equity[equity.length - 1];
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
