package io.tradinggym.experiments.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What no metric is made of, and what lies exactly at its edge. */
class RefusalsTest {
  private static final double ROUNDING = 1e-12;
  private static final double[] FINE = {.1, -.2, .3};

  private static void refused(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void everyMetricOfReturnsNamesTheOneThatIsNoNumber() {
    List<ToDoubleFunction<double[]>> metrics =
        List.of(
            r -> Returns.volatility(r, 252),
            r -> Returns.sharpe(r, 0, 252),
            r -> Returns.sortino(r, 0, 252),
            r -> Returns.valueAtRisk(r, .05),
            r -> Returns.conditionalValueAtRisk(r, .05),
            r -> Returns.omega(r, 0),
            Returns::tailRatio,
            Returns::stability,
            r -> Relative.beta(r, FINE),
            r -> Relative.alpha(r, FINE, 0, 252),
            r -> Relative.upCapture(r, FINE),
            r -> Relative.downCapture(r, FINE));
    for (ToDoubleFunction<double[]> metric : metrics) {
      refused(
          () -> metric.applyAsDouble(new double[] {.1, Double.POSITIVE_INFINITY, .1}),
          "returns[1] must be finite, was Infinity");
    }
    double[] torn = {1, Double.NaN};
    refused(() -> Returns.profitFactor(torn), "outcomes[1] must be finite");
    refused(() -> Returns.expectancy(torn), "outcomes[1] must be finite");
    refused(() -> Relative.beta(FINE, new double[] {1, 2, Double.NaN}), "benchmark[2]");
  }

  @Test
  void settingsAreRefusedByName() {
    refused(() -> Returns.volatility(FINE, 0), "periodsPerYear must be > 0");
    refused(() -> Returns.sortino(FINE, 0, -1), "periodsPerYear must be > 0");
    refused(() -> Relative.alpha(FINE, FINE, 0, 0), "periodsPerYear must be > 0");
    refused(() -> Returns.valueAtRisk(FINE, 0), "p must lie in (0, 1), was 0.0");
    refused(() -> Returns.conditionalValueAtRisk(FINE, 1), "p must lie in (0, 1), was 1.0");
    refused(() -> Returns.cagr(0, 1, 1), "startEquity must be > 0");
    refused(() -> Returns.cagr(1, 1, 0), "years must be > 0");
    refused(() -> Returns.cagr(1, 1, Double.POSITIVE_INFINITY), "years must be > 0 and finite");
    refused(() -> Returns.ofEquity(new double[] {1, Double.NaN}), "equity[1] must be finite");
    refused(() -> Returns.ofEquity(new double[] {1, 0, 2}), "equity[1] must be > 0");
    refused(
        () -> SharpeInference.minimumTrackRecord(1, 0, 0, 3, 1), "confidence must lie in (0, 1)");
    refused(() -> SharpeInference.expectedMaximum(0), "trials must be >= 1, was 0");
    refused(() -> SharpeInference.deflated(FINE, -1e-9, 2), "trialVariance must be >= 0");
    refused(() -> Sample.minus(FINE, new double[2]), "3 and 2");
    refused(() -> Sample.correlation(FINE, new double[2]), "3 and 2");
  }

  @Test
  void drawdownsNeedAnEquityToFallFrom() {
    refused(() -> Drawdowns.of(new double[0]), "equity must hold at least V_0");
    refused(() -> Drawdowns.of(new double[] {0, 1}), "equity[0] must be > 0");
    refused(() -> Drawdowns.of(new double[] {1, Double.NaN}), "equity[1] must be finite");
  }

  @Test
  void recordsNameWhatIsWrong() {
    long[] times = {0, 1};
    double[] equity = {1, 1};
    refused(() -> TrackRecord.of(times, new double[1], 252), "2 and 1");
    refused(() -> TrackRecord.of(times, equity, 0), "periodsPerYear must be > 0");
    refused(() -> TrackRecord.of(new long[0], new double[0], 252), "must hold at least V_0");
    refused(() -> TrackRecord.of(new long[] {2, 1}, equity, 252), "times[1] = 1 follows 2");
    TrackRecord record = TrackRecord.of(times, equity, 252);
    refused(() -> record.withRiskFree(Double.NaN), "riskFree must be finite");
    refused(() -> record.withBenchmark(new double[] {-1, 1}), "benchmark[0] must be > 0");
    refused(
        () -> record.withBenchmark(new double[] {1, Double.POSITIVE_INFINITY}),
        "benchmark[1] must be finite");
    refused(() -> record.withTrades(new double[] {Double.NaN}), "tradeProfits[0] must be finite");
    refused(() -> new TradingActivity(Double.NaN, 0, 0, 0), "costs must be finite");
    refused(() -> new TradingActivity(0, -1, 0, 0), "tradedNotional must be >= 0");
    refused(() -> new TradingActivity(0, 0, Double.POSITIVE_INFINITY, 0), "turnover must be >= 0");
    refused(
        () -> new TradingActivity(0, 0, 0, Double.NEGATIVE_INFINITY),
        "implementationShortfall must be finite");
    refused(() -> new TrialLedger.Trial("x", Double.POSITIVE_INFINITY, 1), "sharpe must be finite");
    refused(() -> new TrialLedger.Trial("x", 1, -1), "periods must be >= 0");
    refused(() -> new TrialLedger().deflatedSharpe(FINE), "must hold at least the chosen trial");
    Metric twice = new Metric("a", "A", 1, Metric.Unit.RATIO, Metric.Direction.HIGHER);
    refused(() -> new PerformanceReport(List.of(twice, twice)), "unique, were a, a");
    refused(
        () ->
            new Metric(
                "a", "A", Double.POSITIVE_INFINITY, Metric.Unit.RATIO, Metric.Direction.HIGHER),
        "a must be finite");
  }

  @Test
  void whatASampleTooSmallHasIsNoNumber() {
    assertThat(Sample.deviation(new double[] {1})).isNaN();
    assertThat(Sample.deviation(new double[] {1, 3})).isCloseTo(Math.sqrt(2), within(ROUNDING));
    assertThat(Sample.mean(new double[0])).isNaN();
    assertThat(Sample.quantile(new double[0], .5)).isNaN();
    assertThat(Returns.conditionalValueAtRisk(new double[0], .05)).isNaN();
    assertThat(SharpeInference.probabilistic(1, 0, 1, 0, 3)).isNaN();
    // Phi(1 / sqrt(1.5)), with two periods.
    assertThat(SharpeInference.probabilistic(1, 0, 2, 0, 3)).isCloseTo(.79289192, within(1e-8));
    assertThat(Relative.covariance(new double[] {1}, new double[] {1})).isNaN();
    assertThat(Relative.covariance(new double[] {1, 3}, new double[] {2, 8})).isEqualTo(6);
  }

  @Test
  void aReturnOfMinusOneHundredPerCentHasNoStability() {
    assertThat(Returns.stability(new double[] {.1, -1, .1})).isNaN();
    assertThat(Returns.stability(new double[] {.1, -.999999, .1, .2})).isNotNaN();
  }

  @Test
  void whatIsLeftOfNothingIsAllLost() {
    assertThat(Returns.cagr(100, 0, 2)).isEqualTo(-1);
    assertThat(Returns.cagr(100, -1e-9, 2)).isNaN();
  }

  @Test
  void oneTrialVariesNotAndTwoWithoutARatioAsLuckDoes() {
    assertThat(SharpeInference.trialVariance(new double[] {.3}, 11)).isZero();
    double[] unknown = {Double.NaN, Double.NaN};
    assertThat(SharpeInference.trialVariance(unknown, 11)).isCloseTo(.2, within(ROUNDING));
    assertThat(SharpeInference.trialVariance(unknown, 2)).isCloseTo(2, within(ROUNDING));
    assertThat(SharpeInference.trialVariance(unknown, 1)).isZero();
    double[] one = {.1, .3, Double.NaN};
    assertThat(SharpeInference.trialVariance(one, 11)).isCloseTo((.02 + .1) / 2, within(ROUNDING));
  }

  /** z(.95) = 1.6448536 over a ratio of .5 that is held against .1. */
  @Test
  void theTrackRecordThatIsNeededIsCountedFromTheBenchmark() {
    double z = 1.6448536269514722 / .4;
    assertThat(SharpeInference.minimumTrackRecord(.5, .1, -.2, 4, .95))
        .isCloseTo(1 + (1 + .1 + .75 * .25) * z * z, within(1e-9));
  }
}
