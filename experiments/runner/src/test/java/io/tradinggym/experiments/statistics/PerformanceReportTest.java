package io.tradinggym.experiments.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PerformanceReportTest {
  private static final Offset<Double> ROUNDING = within(1e-11);

  /** Relative; a return is a quotient minus one, and the higher moments magnify its rounding error. */
  private static final double SCALING_ERROR = 1e-6;

  /**
   * Rounding decides these where a curve is back exactly at its peak, or a mean or quantile in the denominator is zero.
   */
  private static final Set<String> BREAKS_TIES =
      Set.of(
          "drawdown_recovery",
          "longest_underwater",
          "information_ratio",
          "minimum_track_record",
          "tail_ratio");

  private static final double[] EQUITY = {100, 110, 99, 121};
  private static final long YEAR = 365 * 86_400_000L + 6 * 3_600_000L;

  private static long[] times(int n) {
    return LongStream.range(0, n).map(t -> t * YEAR).toArray();
  }

  private static TrackRecord record(double... equity) {
    return TrackRecord.of(times(equity.length), equity, 1);
  }

  @Test
  void measuresByHand() {
    PerformanceReport report =
        PerformanceReport.of(
            record(EQUITY)
                .withBenchmark(new double[] {1, 1.1, 1, 1.2})
                .withTrades(new double[] {20, -9, 10, 0})
                .withActivity(new TradingActivity(4, 5000, 6, Double.NaN)));
    assertThat(report.value("total_return")).isCloseTo(0.21, ROUNDING);
    assertThat(report.value("cagr")).isCloseTo(Math.cbrt(1.21) - 1, ROUNDING);
    assertThat(report.value("max_drawdown")).isCloseTo(-0.1, ROUNDING);
    assertThat(report.value("drawdown_recovery")).isEqualTo(1);
    assertThat(report.value("active_return")).isCloseTo(0.01, ROUNDING);
    assertThat(report.value("win_rate")).isEqualTo(0.5);
    assertThat(report.value("trade_expectancy")).isEqualTo(5.25);
    assertThat(report.value("cost_drag")).isCloseTo(0.04, ROUNDING);
    assertThat(report.value("turnover")).isCloseTo(2, ROUNDING);
    assertThat(report.value("break_even_cost")).isCloseTo(50, ROUNDING);
  }

  @Test
  void orderIsStableAndMetricsWithoutDataAreLeftOut() {
    PerformanceReport plain = PerformanceReport.of(record(EQUITY));
    PerformanceReport full =
        PerformanceReport.of(
            record(EQUITY).withBenchmark(EQUITY).withActivity(new TradingActivity(0, 0, 0, 0)));
    assertThat(full.metrics()).startsWith(plain.metrics().toArray(Metric[]::new));
    assertThat(plain.values()).doesNotContainKeys("beta", "costs", "win_rate");
    assertThat(full.values()).containsKeys("beta", "costs").doesNotContainKey("win_rate");
  }

  @Test
  void undefinedIsNullInFilesAndNotAvailableInTables() throws JsonProcessingException {
    PerformanceReport report = PerformanceReport.of(record(100, 101));
    assertThat(report.values()).containsEntry("sharpe", null);
    assertThat(new ObjectMapper().writeValueAsString(report.values()))
        .contains("\"sharpe\":null")
        .doesNotContain("NaN");
    assertThat(report.metrics()).anySatisfy(m -> assertThat(m.text()).isEqualTo("n/a"));
    assertThat(new Metric("x", "X", -0.12345, Metric.Unit.FRACTION, Metric.Direction.HIGHER).text())
        .isEqualTo("-12.35 %");
  }

  @Test
  void anAccountBeforeItsFirstStepAndOneThatIsRuinedHaveReports() {
    assertThat(PerformanceReport.of(record(100)).value("total_return")).isZero();
    PerformanceReport ruin = PerformanceReport.of(record(100, 50, 0));
    assertThat(ruin.value("total_return")).isEqualTo(-1);
    assertThat(ruin.value("cagr")).isEqualTo(-1);
    assertThat(ruin.value("stability")).isNaN();
  }

  @Property(tries = 200)
  void theCurrencyUnitDoesNotMatter(
      @ForAll @Size(min = 3, max = 60) List<@DoubleRange(min = -0.5, max = 0.5) Double> steps,
      @ForAll @DoubleRange(min = -6, max = 9) double magnitude) {
    double k = Math.pow(10, magnitude);
    double[] equity = new double[steps.size() + 1];
    equity[0] = 100;
    for (int t = 0; t < steps.size(); t++) {
      equity[t + 1] = equity[t] * (1 + Math.rint(steps.get(t) * 1000) / 1000);
    }
    double[] scaled = Arrays.stream(equity).map(v -> v * k).toArray();
    PerformanceReport one = PerformanceReport.of(record(equity).withBenchmark(equity));
    PerformanceReport other = PerformanceReport.of(record(scaled).withBenchmark(equity));
    for (Metric metric : one.metrics()) {
      double expected = metric.value();
      if (!BREAKS_TIES.contains(metric.name()) && !Double.isNaN(expected)) {
        assertThat(other.value(metric.name()))
            .as(metric.name())
            .isCloseTo(expected, within(SCALING_ERROR * (1 + Math.abs(expected))));
      }
    }
  }

  @Test
  void malformedRecordsAreRefusedByName() {
    assertThatThrownBy(() -> TrackRecord.of(new long[] {1, 1}, new double[] {1, 1}, 252))
        .hasMessageContaining("times[1] = 1 follows 1");
    assertThatThrownBy(() -> record(100, 0, 5)).hasMessageContaining("equity[1] must be > 0");
    assertThatThrownBy(() -> record(EQUITY).withBenchmark(new double[2]))
        .hasMessageContaining("4 and 2");
    assertThatThrownBy(() -> PerformanceReport.of(record(EQUITY)).value("sharp"))
        .hasMessageContaining("no metric sharp");
  }
}
