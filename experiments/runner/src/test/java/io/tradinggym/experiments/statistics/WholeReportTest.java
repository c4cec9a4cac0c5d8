package io.tradinggym.experiments.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every metric of one small record, against numbers that a few lines of Python gave from the formulas: returns of 10,
 * -5, 2, -10 and 4 % a quarter, a benchmark with 5, -3, 4, -6 and 2 %, a risk-free rate of -1 %.
 */
class WholeReportTest {
  private static final double ROUNDING = 1e-11;
  private static final long QUARTER = 7_889_400_000L;

  private final PerformanceReport report = PerformanceReport.of(record());

  private static double[] equity(double... returns) {
    double[] equity = new double[returns.length + 1];
    equity[0] = 100;
    for (int t = 0; t < returns.length; t++) {
      equity[t + 1] = equity[t] * (1 + returns[t]);
    }
    return equity;
  }

  private static TrackRecord record() {
    long[] times = {0, QUARTER, 2 * QUARTER, 3 * QUARTER, 4 * QUARTER, 5 * QUARTER};
    return TrackRecord.of(times, equity(.10, -.05, .02, -.10, .04), 4)
        .withRiskFree(-.01)
        .withBenchmark(equity(.05, -.03, .04, -.06, .02))
        .withTrades(new double[] {20, -9, 10, 0, 5})
        .withActivity(new TradingActivity(4, 5000, 6, 2.5));
  }

  @ParameterizedTest
  @CsvSource({
    "total_return, FRACTION, HIGHER, -0.0023175999999998087",
    "cagr, FRACTION, HIGHER, -0.001854510100439688",
    "volatility, FRACTION, LOWER, 0.1564608577248636",
    "sharpe, RATIO, HIGHER, 0.30678599553894814",
    "probabilistic_sharpe, PROBABILITY, HIGHER, 0.6192141666292901",
    "minimum_track_record, PERIODS, LOWER, 118.55282974357102",
    "sortino, RATIO, HIGHER, 0.5448919310237997",
    "stability, RATIO, HIGHER, 0.671077991977991",
    "max_drawdown, FRACTION, HIGHER, -0.1279",
    "drawdown_recovery, PERIODS, LOWER, NaN",
    "longest_underwater, PERIODS, LOWER, 4",
    "calmar, RATIO, HIGHER, -0.014499688040967067",
    "ulcer, FRACTION, LOWER, 0.0688856374193247",
    "var_5, FRACTION, HIGHER, -0.09",
    "cvar_5, FRACTION, HIGHER, -0.1",
    "omega, RATIO, HIGHER, 1.0666666666666664",
    "tail_ratio, RATIO, HIGHER, 0.9777777777777777",
    "skewness, RATIO, NEITHER, -0.11671431488865198",
    "kurtosis, RATIO, NEITHER, 1.7519784057413812",
    "profit_factor, RATIO, HIGHER, 1.0666666666666664",
    "expectancy, FRACTION, HIGHER, 0.002",
    "active_return, FRACTION, HIGHER, -0.017916911999999785",
    "information_ratio, RATIO, HIGHER, -0.11009637651263612",
    "beta, RATIO, NEITHER, 1.5762331838565031",
    "alpha, FRACTION, HIGHER, -0.04026905829596418",
    "up_capture, FRACTION, HIGHER, 1.4427093574058956",
    "down_capture, FRACTION, LOWER, 1.6698040612070058",
    "trades, COUNT, NEITHER, 5",
    "win_rate, FRACTION, HIGHER, 0.6",
    "trade_profit_factor, RATIO, HIGHER, 3.888888888888889",
    "trade_expectancy, CURRENCY, HIGHER, 5.2",
    "costs, CURRENCY, LOWER, 4",
    "cost_drag, FRACTION, LOWER, 0.04",
    "turnover, RATIO, NEITHER, 4.8",
    "break_even_cost, BASIS_POINTS, HIGHER, 7.53648",
    "implementation_shortfall, CURRENCY, LOWER, 2.5"
  })
  void everyMetricIsItsFormula(
      String name, Metric.Unit unit, Metric.Direction better, double value) {
    assertThat(report.metrics())
        .filteredOn(metric -> metric.name().equals(name))
        .singleElement()
        .satisfies(
            metric -> {
              assertThat(metric.unit()).isEqualTo(unit);
              assertThat(metric.better()).isEqualTo(better);
              if (Double.isNaN(value)) {
                assertThat(metric.value()).isNaN();
              } else {
                assertThat(metric.value()).isCloseTo(value, within(ROUNDING));
              }
            });
  }

  @Test
  void aMetricIsFoundByItsName() {
    assertThat(Metric.named(report.metrics(), "trades")).isEqualTo(5);
    assertThat(Metric.named(report.metrics(), "costs")).isEqualTo(4);
    assertThat(Metric.named(report.metrics(), "luck")).isNaN();
  }

  @Test
  void thereAreNoOthers() {
    assertThat(report.metrics()).hasSize(36).extracting(Metric::label).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FRACTION | 1234.567 | 123,456.70 %",
        "RATIO | 1234.567 | 1,234.57",
        "PROBABILITY | 0.98765 | 0.988",
        "PERIODS | 1.4 | 1 period",
        "PERIODS | 1.6 | 2 periods",
        "PERIODS | 0 | 0 periods",
        "COUNT | 12345 | 12,345",
        "BASIS_POINTS | 7.5365 | 7.5 bp",
        "CURRENCY | -12345.678 | -12,345.68"
      })
  void aValueIsShownWithItsUnit(Metric.Unit unit, double value, String text) {
    assertThat(new Metric("x", "X", value, unit, Metric.Direction.NEITHER).text()).isEqualTo(text);
  }
}
