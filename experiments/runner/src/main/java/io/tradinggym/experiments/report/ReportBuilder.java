package io.tradinggym.experiments.report;

import io.tradinggym.api.TradingControl;
import io.tradinggym.experiments.evaluation.EpisodeCosts;
import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.evaluation.Provenance;
import io.tradinggym.experiments.evaluation.Standing;
import io.tradinggym.experiments.evaluation.Trade;
import io.tradinggym.experiments.evaluation.Trajectory;
import io.tradinggym.experiments.report.ReportData.Asset;
import io.tradinggym.experiments.report.ReportData.Contender;
import io.tradinggym.experiments.report.ReportData.Curve;
import io.tradinggym.experiments.report.ReportData.Figure;
import io.tradinggym.experiments.report.ReportData.Mark;
import io.tradinggym.experiments.report.ReportData.Sample;
import io.tradinggym.experiments.statistics.Drawdowns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
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
   * @param source where prices come from
   * @param ledger how many trials there were, and what the result is worth among them, one sentence
   */
  public ReportData build(
      String title,
      List<Curve> trainings,
      Provenance source,
      String ledger,
      Map<String, String> facts,
      List<String> assumptions) {
    Standing agent = evaluation.agent();
    return new ReportData(
        title,
        evaluation.environment().id(),
        evaluation.trades(),
        agent.scores().length,
        agent.scores()[0].length,
        source.simulated(),
        evaluation.trades() || !evaluation.environment().assumptions().isEmpty()
            ? source.words()
            : "",
        ledger,
        Verdicts.of(evaluation),
        evaluation.standings().stream().map(this::contender).toList(),
        rules(),
        evaluation.trades() ? sample(trainings) : null,
        trainings,
        facts,
        assumptions);
  }

  /** What the environment says of its own controls, as far as they were played. */
  private Map<String, String> rules() {
    Map<String, String> rules = new LinkedHashMap<>();
    for (TradingControl control : evaluation.environment().controls()) {
      if (evaluation.named(control.name()).isPresent()) {
        rules.put(control.name(), control.meaning());
      }
    }
    return rules;
  }

  private Contender contender(Standing standing) {
    List<Figure> figures =
        evaluation.metrics(standing).stream()
            .map(metric -> new Figure(metric.label(), metric.text()))
            .toList();
    List<Trajectory> episodes =
        evaluation.trades()
            ? standing.episodes().stream().flatMap(List::stream).toList()
            : List.of();
    return new Contender(
        standing.name(),
        standing.headline().point(),
        standing.headline().lower(),
        standing.headline().upper(),
        evaluation.isAgent(standing) ? null : evaluation.chanceToBeat(standing),
        figures,
        episodes.isEmpty() ? null : Fans.of(episodes.stream().map(ReportBuilder::growth).toList()),
        episodes.isEmpty()
            ? null
            : Fans.of(episodes.stream().map(ReportBuilder::drawdown).toList()),
        costs(episodes));
  }

  private static double[] growth(Trajectory episode) {
    double[] equity = episode.equity();
    double start = equity[0];
    return Arrays.stream(equity).map(value -> value / start).toArray();
  }

  private static double[] drawdown(Trajectory episode) {
    return Drawdowns.of(episode.equity()).series();
  }

  private static Map<String, Double> costs(List<Trajectory> episodes) {
    Map<String, Double> costs = new LinkedHashMap<>();
    if (!episodes.isEmpty() && episodes.getFirst().booked().costs() != null) {
      costs.put("Commissions and fees", mean(episodes, EpisodeCosts::commission));
      costs.put("Spread, slippage and impact", mean(episodes, EpisodeCosts::slippage));
      putIfPaid(costs, "Liquidation fees", mean(episodes, EpisodeCosts::liquidation));
      costs.put(
          "Interest and borrow fees", mean(episodes, each -> each.interest() + each.borrow()));
      putIfPaid(costs, "Funding, less received", mean(episodes, EpisodeCosts::funding));
      putIfPaid(costs, "Dividends paid, less received", mean(episodes, EpisodeCosts::dividends));
      costs.put("All costs", mean(episodes, EpisodeCosts::total));
      costs.put("Notional traded", mean(episodes, "traded"));
    } else if (!episodes.isEmpty()) {
      costs.put("Commissions and fees", mean(episodes, "fees"));
      if (episodes.getFirst().reports("funding")) {
        double funding = mean(episodes, "funding");
        costs.put("Funding, less received", funding);
        costs.put("Interest and borrow fees", mean(episodes, "carry") - funding);
      } else {
        costs.put("Interest, borrow fees, less dividends", mean(episodes, "carry"));
      }
      costs.put("Notional traded", mean(episodes, "traded"));
    }
    return costs;
  }

  private static void putIfPaid(Map<String, Double> costs, String name, double amount) {
    if (amount != 0) {
      costs.put(name, amount);
    }
  }

  private static double mean(List<Trajectory> episodes, ToDoubleFunction<EpisodeCosts> part) {
    return episodes.stream()
        .map(episode -> episode.booked().costs())
        .filter(Objects::nonNull)
        .mapToDouble(part)
        .average()
        .orElse(Double.NaN);
  }

  private static double mean(List<Trajectory> episodes, String field) {
    return episodes.stream()
        .mapToDouble(episode -> episode.total(field))
        .average()
        .orElse(Double.NaN);
  }

  private @Nullable Sample sample(List<Curve> trainings) {
    Trajectory episode = evaluation.sample();
    if (!episode.hasTimes()) {
      return null;
    }
    double[] equity = episode.equity();
    double[] times = episode.times();
    List<Trade> trades = episode.booked().trades();
    List<Asset> assets = new ArrayList<>();
    for (int i = 0; i < episode.assets(); i++) {
      int asset = i;
      assets.add(
          new Asset(
              episode.trading().instruments().get(i),
              list(episode.price(i)),
              list(episode.weight(i)),
              trades.stream()
                  .filter(trade -> trade.asset() == asset)
                  .map(trade -> new Mark(step(times, trade.time()), trade.quantity()))
                  .toList()));
    }
    return new Sample(
        (trades.isEmpty() ? "The agent's median episode" : "The agent's median episode with trades")
            + ": path "
            + (episode.path() + 1)
            + ".",
        Arrays.stream(episode.times()).mapToObj(time -> (long) time).toList(),
        list(equity),
        assets,
        Months.of(episode.times(), equity),
        evaluation.periodsPerYear(),
        trainings.isEmpty() ? null : trainings.get(evaluation.sampleSeed()).seed(),
        episode.path(),
        null);
  }

  /** The step that ended at a time, or the first one after it. */
  private static int step(double[] times, long time) {
    int found = Arrays.binarySearch(times, (double) time);
    return found >= 0 ? found : Math.min(times.length - 1, -found - 1);
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
