package io.tradinggym.experiments.statistics;

import static io.tradinggym.experiments.statistics.Metric.Direction.HIGHER;
import static io.tradinggym.experiments.statistics.Metric.Direction.LOWER;
import static io.tradinggym.experiments.statistics.Metric.Direction.NEITHER;

import io.tradinggym.experiments.statistics.Metric.Direction;
import io.tradinggym.experiments.statistics.Metric.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every metric that applies to a {@link TrackRecord}, always in the same order: growth and risk, drawdowns, tails, then
 * benchmark, trades and costs where the record has them. Value at risk, expectancy and profit factor without the word
 * trade are per period.
 *
 * @param metrics names are unique
 */
public record PerformanceReport(List<Metric> metrics) {
  private static final double TAIL = 0.05;
  private static final double TRACK_RECORD_CONFIDENCE = 0.95;

  public PerformanceReport {
    metrics = List.copyOf(metrics);
    long names = metrics.stream().map(Metric::name).distinct().count();
    if (names < metrics.size()) {
      throw new IllegalArgumentException(
          "metric names must be unique, were "
              + metrics.stream().map(Metric::name).collect(Collectors.joining(", ")));
    }
  }

  /** Measures a track record. */
  public static PerformanceReport of(TrackRecord record) {
    Builder report = new Builder();
    double[] equity = record.equity();
    double[] returns = Returns.ofEquity(equity);
    growth(report, record, equity, returns);
    drawdowns(report, record, equity);
    tails(report, returns);
    record.benchmark().ifPresent(b -> benchmark(report, record, returns, b));
    record.tradeProfits().ifPresent(profits -> trades(report, profits));
    record.activity().ifPresent(activity -> costs(report, record, equity, activity));
    return new PerformanceReport(report.metrics);
  }

  /** The value of a metric. */
  public double value(String name) {
    return metrics.stream()
        .filter(m -> m.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no metric " + name + ", there are " + values().keySet()))
        .value();
  }

  /** Values by name in the report's order, null where undefined: the object to write as JSON. */
  public Map<String, @Nullable Double> values() {
    Map<String, @Nullable Double> values = new LinkedHashMap<>();
    for (Metric metric : metrics) {
      values.put(metric.name(), metric.defined().isPresent() ? metric.value() : null);
    }
    return Collections.unmodifiableMap(values);
  }

  private static void growth(
      Builder report, TrackRecord record, double[] equity, double[] returns) {
    double perYear = record.periodsPerYear();
    double sharpePerPeriod = Returns.sharpe(returns, record.riskFree(), 1);
    report.add("total_return", "Total return", totalReturn(equity), Unit.FRACTION, HIGHER);
    report.add("cagr", "Annual growth", cagr(record, equity), Unit.FRACTION, HIGHER);
    report.add(
        "volatility",
        "Volatility p.a.",
        Returns.volatility(returns, perYear),
        Unit.FRACTION,
        LOWER);
    report.add(
        "sharpe", "Sharpe ratio p.a.", sharpePerPeriod * Math.sqrt(perYear), Unit.RATIO, HIGHER);
    report.add(
        "probabilistic_sharpe",
        "P(true Sharpe > 0)",
        SharpeInference.probabilistic(Sample.minus(returns, record.riskFree()), 0),
        Unit.PROBABILITY,
        HIGHER);
    report.add(
        "minimum_track_record",
        "Periods to show Sharpe > 0 at 95 %",
        SharpeInference.minimumTrackRecord(
            sharpePerPeriod,
            0,
            Sample.skewness(returns),
            Sample.rawKurtosis(returns),
            TRACK_RECORD_CONFIDENCE),
        Unit.PERIODS,
        LOWER);
    report.add(
        "sortino",
        "Sortino ratio p.a.",
        Returns.sortino(returns, record.riskFree(), perYear),
        Unit.RATIO,
        HIGHER);
    report.add("stability", "Stability (R^2)", Returns.stability(returns), Unit.RATIO, HIGHER);
  }

  private static void drawdowns(Builder report, TrackRecord record, double[] equity) {
    Drawdowns falls = Drawdowns.of(equity);
    double recovery = falls.recovery().isPresent() ? falls.recovery().getAsInt() : Double.NaN;
    report.add("max_drawdown", "Deepest drawdown", falls.maximum(), Unit.FRACTION, HIGHER);
    report.add("drawdown_recovery", "Trough to recovery", recovery, Unit.PERIODS, LOWER);
    report.add(
        "longest_underwater",
        "Longest under water",
        falls.longestUnderwater(),
        Unit.PERIODS,
        LOWER);
    report.add("calmar", "Calmar ratio", falls.calmar(cagr(record, equity)), Unit.RATIO, HIGHER);
    report.add("ulcer", "Ulcer index", falls.ulcer(), Unit.FRACTION, LOWER);
  }

  private static void tails(Builder report, double[] returns) {
    report.add(
        "var_5", "5 % value at risk", Returns.valueAtRisk(returns, TAIL), Unit.FRACTION, HIGHER);
    report.add(
        "cvar_5",
        "Mean of the worst 5 %",
        Returns.conditionalValueAtRisk(returns, TAIL),
        Unit.FRACTION,
        HIGHER);
    report.add("omega", "Omega ratio", Returns.omega(returns, 0), Unit.RATIO, HIGHER);
    report.add("tail_ratio", "Tail ratio", Returns.tailRatio(returns), Unit.RATIO, HIGHER);
    report.add("skewness", "Skewness", Sample.skewness(returns), Unit.RATIO, NEITHER);
    report.add("kurtosis", "Kurtosis (normal 3)", Sample.rawKurtosis(returns), Unit.RATIO, NEITHER);
    report.add("profit_factor", "Profit factor", Returns.profitFactor(returns), Unit.RATIO, HIGHER);
    report.add("expectancy", "Expectancy", Returns.expectancy(returns), Unit.FRACTION, HIGHER);
  }

  private static void benchmark(
      Builder report, TrackRecord record, double[] returns, double[] benchmarkEquity) {
    double[] benchmark = Returns.ofEquity(benchmarkEquity);
    double perYear = record.periodsPerYear();
    double active = totalReturn(record.equity()) - totalReturn(benchmarkEquity);
    report.add("active_return", "Return less benchmark", active, Unit.FRACTION, HIGHER);
    report.add(
        "information_ratio",
        "Information ratio p.a.",
        Relative.informationRatio(returns, benchmark, perYear),
        Unit.RATIO,
        HIGHER);
    report.add("beta", "Beta", Relative.beta(returns, benchmark), Unit.RATIO, NEITHER);
    report.add(
        "alpha",
        "Alpha p.a.",
        Relative.alpha(returns, benchmark, record.riskFree(), perYear),
        Unit.FRACTION,
        HIGHER);
    report.add(
        "up_capture", "Up capture", Relative.upCapture(returns, benchmark), Unit.FRACTION, HIGHER);
    report.add(
        "down_capture",
        "Down capture",
        Relative.downCapture(returns, benchmark),
        Unit.FRACTION,
        LOWER);
  }

  private static void trades(Builder report, double[] profits) {
    int winners = 0;
    for (double profit : profits) {
      winners += profit > 0 ? 1 : 0;
    }
    report.add("trades", "Trades", profits.length, Unit.COUNT, NEITHER);
    report.add(
        "win_rate", "Winning trades", Sample.ratio(winners, profits.length), Unit.FRACTION, HIGHER);
    report.add(
        "trade_profit_factor",
        "Profit factor of trades",
        Returns.profitFactor(profits),
        Unit.RATIO,
        HIGHER);
    report.add(
        "trade_expectancy",
        "Mean profit of a trade",
        Returns.expectancy(profits),
        Unit.CURRENCY,
        HIGHER);
  }

  private static void costs(
      Builder report, TrackRecord record, double[] equity, TradingActivity activity) {
    double grossProfit = equity[equity.length - 1] - equity[0] + activity.costs();
    double drag = TradingCosts.drag(grossProfit / equity[0], totalReturn(equity));
    report.add("costs", "Costs", activity.costs(), Unit.CURRENCY, LOWER);
    report.add("cost_drag", "Return lost to costs", drag, Unit.FRACTION, LOWER);
    report.add(
        "turnover",
        "Turnover p.a.",
        Sample.ratio(activity.turnover(), record.years()),
        Unit.RATIO,
        NEITHER);
    report.add(
        "break_even_cost",
        "Break-even cost",
        TradingCosts.breakEvenBasisPoints(grossProfit, activity.tradedNotional()),
        Unit.BASIS_POINTS,
        HIGHER);
    report.add(
        "implementation_shortfall",
        "Implementation shortfall",
        activity.implementationShortfall(),
        Unit.CURRENCY,
        LOWER);
  }

  private static double totalReturn(double[] equity) {
    return equity[equity.length - 1] / equity[0] - 1;
  }

  private static double cagr(TrackRecord record, double[] equity) {
    double years = record.years();
    return years > 0 ? Returns.cagr(equity[0], equity[equity.length - 1], years) : Double.NaN;
  }

  private static final class Builder {
    private final List<Metric> metrics = new ArrayList<>();

    void add(String name, String label, double value, Unit unit, Direction better) {
      metrics.add(new Metric(name, label, value, unit, better));
    }
  }
}
