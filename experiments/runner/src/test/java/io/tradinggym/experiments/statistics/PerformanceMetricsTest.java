package io.tradinggym.experiments.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.descriptive.moment.Kurtosis;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PerformanceMetricsTest {
  private static final Offset<Double> ROUNDING = within(1e-11);
  private static final Offset<Double> PRINTED_DIGITS = within(5e-4);
  private static final double[] HAND = {0.10, -0.05, 0.02, -0.10, 0.04};

  private static double[] noise(long seed, int n) {
    SplittableRandom random = new SplittableRandom(seed);
    return IntStream.range(0, n).mapToDouble(i -> 0.0005 + 0.01 * random.nextGaussian()).toArray();
  }

  @Test
  void sharpeAndVolatilityAgreeWithCommonsMath() {
    double[] r = noise(1, 500);
    DescriptiveStatistics s = new DescriptiveStatistics(r);
    assertThat(Returns.volatility(r, 252))
        .isCloseTo(s.getStandardDeviation() * Math.sqrt(252), ROUNDING);
    assertThat(Returns.sharpe(r, 0.0001, 252))
        .isCloseTo((s.getMean() - 0.0001) / s.getStandardDeviation() * Math.sqrt(252), ROUNDING);
  }

  @Test
  void handComputedRatios() {
    assertThat(Returns.sortino(HAND, 0, 4)).isCloseTo(0.002 / Math.sqrt(0.0125 / 5) * 2, ROUNDING);
    assertThat(Returns.omega(HAND, 0)).isCloseTo(0.16 / 0.15, ROUNDING);
    assertThat(Returns.profitFactor(HAND)).isCloseTo(0.16 / 0.15, ROUNDING);
    assertThat(Returns.expectancy(HAND)).isCloseTo(0.6 * (0.16 / 3) - 0.4 * 0.075, ROUNDING);
    assertThat(Returns.cagr(100, 121, 2)).isCloseTo(0.10, ROUNDING);
    assertThat(Returns.valueAtRisk(HAND, 0.05)).isCloseTo(-0.09, ROUNDING);
    assertThat(Returns.tailRatio(HAND)).isCloseTo(0.088 / 0.09, ROUNDING);
  }

  @Test
  void conditionalValueAtRiskCountsTheFloorOfNMinusOneTimesPPlusOneWorst() {
    double[] r = IntStream.range(0, 21).mapToDouble(i -> i).toArray();
    assertThat(Returns.conditionalValueAtRisk(r, 0.05)).isEqualTo(0.5);
    assertThat(Returns.conditionalValueAtRisk(Arrays.copyOf(r, 20), 0.05)).isEqualTo(0.0);
  }

  @Test
  void stabilityIsTheRegressionsRSquared() {
    double[] r = noise(2, 300);
    SimpleRegression regression = new SimpleRegression();
    double sum = 0;
    for (int t = 0; t < r.length; t++) {
      sum += Math.log1p(r[t]);
      regression.addData(t, sum);
    }
    assertThat(Returns.stability(r)).isCloseTo(regression.getRSquare(), ROUNDING);
  }

  /** 0.03 % a period on equities that are counted in 1e-8: what is left of a spread is rounding. */
  @ParameterizedTest
  @ValueSource(doubles = {10, 1_000, 100_000, 1e9})
  void constantReturnsThatWereRoundedToMoneyHaveNoRatioEither(double start) {
    double[] equity = new double[500];
    for (int t = 0; t < equity.length; t++) {
      equity[t] = Math.round(start * Math.pow(1.0003, t) * 1e8) / 1e8;
    }
    double[] returns = Returns.ofEquity(equity);
    assertThat(Returns.sharpe(returns, 0, 252)).isNaN();
    assertThat(Returns.sortino(returns, 0.0003, 252)).isNaN();
    returns[7] += 1e-6;
    assertThat(Returns.sharpe(returns, 0, 252)).as("a real spread").isPositive();
  }

  @Test
  void constantReturnsHaveNoRatioAndNeverAnInfiniteOne() {
    double[] equity = IntStream.range(0, 100).mapToDouble(t -> 100 * Math.pow(1.01, t)).toArray();
    double[] r = Returns.ofEquity(equity);
    assertThat(Returns.sharpe(r, 0, 252)).isNaN();
    assertThat(Returns.sortino(r, 0, 252)).isNaN();
    assertThat(Returns.omega(r, 0)).isNaN();
    assertThat(SharpeInference.probabilistic(r, 0)).isNaN();
    assertThat(Relative.beta(noise(3, r.length), r)).isNaN();
    assertThat(Drawdowns.of(equity).calmar(0.1)).isNaN();
  }

  @Test
  void scalingTheEquityLeavesReturnsUnchanged() {
    double[] equity = {100, 103, 99, 120, 80};
    double[] scaled = Arrays.stream(equity).map(v -> v * 4096).toArray();
    assertThat(Returns.ofEquity(scaled)).containsExactly(Returns.ofEquity(equity));
    assertThat(Drawdowns.of(scaled).series()).containsExactly(Drawdowns.of(equity).series());
  }

  @Test
  void drawdownsStartAtTheFirstValue() {
    Drawdowns d = Drawdowns.of(new double[] {100, 80, 90, 100, 110, 99});
    assertThat(d.series()[0]).isZero();
    assertThat(d.maximum()).isCloseTo(-0.2, ROUNDING);
    assertThat(d.trough()).isEqualTo(1);
    assertThat(d.recovery()).hasValue(2);
    assertThat(d.longestUnderwater()).isEqualTo(2);
    assertThat(d.ulcer()).isCloseTo(Math.sqrt((0.04 + 0.01 + 0.01) / 6), ROUNDING);
    assertThat(Drawdowns.of(new double[] {100, 80, 99}).recovery()).isEmpty();
  }

  @Test
  void alphaAndBetaAreTheRegressions() {
    double[] b = noise(4, 400);
    double[] e = noise(5, 400);
    double[] r = IntStream.range(0, 400).mapToDouble(i -> 1.3 * b[i] + e[i]).toArray();
    SimpleRegression regression = new SimpleRegression();
    IntStream.range(0, 400).forEach(i -> regression.addData(b[i], r[i]));
    assertThat(Relative.beta(r, b)).isCloseTo(regression.getSlope(), ROUNDING);
    assertThat(Relative.alpha(r, b, 0, 252)).isCloseTo(regression.getIntercept() * 252, ROUNDING);
    assertThat(Relative.upCapture(b, b)).isCloseTo(1, ROUNDING);
    assertThat(Relative.informationRatio(b, b, 252)).isNaN();
  }

  @Test
  void captureComparesGeometricMeans() {
    double[] b = {0.1, -0.1, 0.2};
    double[] r = {0.05, -0.02, 0.1};
    assertThat(Relative.upCapture(r, b))
        .isCloseTo((Math.sqrt(1.05 * 1.1) - 1) / (Math.sqrt(1.1 * 1.2) - 1), ROUNDING);
    assertThat(Relative.downCapture(r, b)).isCloseTo(0.2, ROUNDING);
    assertThat(Relative.downCapture(new double[] {0.1}, new double[] {0.1})).isNaN();
  }

  @Test
  void costsByHand() {
    assertThat(TradingCosts.turnover(new double[] {1, 0}, new double[] {0.4, 0.6}))
        .isCloseTo(0.6, ROUNDING);
    assertThat(TradingCosts.drag(0.12, 0.09)).isCloseTo(0.03, ROUNDING);
    assertThat(TradingCosts.breakEvenBasisPoints(50, 100_000)).isCloseTo(5, ROUNDING);
    assertThat(TradingCosts.breakEvenBasisPoints(50, 0)).isNaN();
    assertThat(TradingCosts.implementationShortfall(-100, 10, 9.9, 1)).isCloseTo(11, ROUNDING);
  }

  @Test
  void probabilisticSharpeUsesRawKurtosis() {
    assertThat(SharpeInference.probabilistic(0.5, 0, 36, 0, 3)).isCloseTo(0.9974, PRINTED_DIGITS);
    double[] r = noise(6, 200_000);
    assertThat(Sample.rawKurtosis(r)).isCloseTo(3 + new Kurtosis().evaluate(r), within(1e-3));
  }

  @Test
  void minimumTrackRecordIsWhereTheProbabilityReachesTheConfidence() {
    double periods = SharpeInference.minimumTrackRecord(0.1, 0, -0.5, 5, 0.95);
    assertThat(SharpeInference.probabilistic(0.1, 0, (int) Math.ceil(periods), -0.5, 5))
        .isGreaterThanOrEqualTo(0.95);
    assertThat(SharpeInference.probabilistic(0.1, 0, (int) Math.floor(periods), -0.5, 5))
        .isLessThan(0.95);
    assertThat(SharpeInference.minimumTrackRecord(0.1, 0.1, 0, 3, 0.95)).isNaN();
    assertThat(SharpeInference.minimumTrackRecord(0.1, 0, 0, 3, 0.3)).isEqualTo(1);
  }

  @Test
  void expectedMaximumOfTrialsMatchesThePublishedValues() {
    assertThat(SharpeInference.expectedMaximum(10)).isCloseTo(1.575, PRINTED_DIGITS);
    assertThat(SharpeInference.expectedMaximum(100)).isCloseTo(2.531, PRINTED_DIGITS);
    assertThat(SharpeInference.expectedMaximum(1000)).isCloseTo(3.255, within(1e-3));
  }

  @Test
  void moreTrialsDeflateTheSharpeRatio() {
    double[] r = noise(7, 1000);
    assertThat(SharpeInference.deflated(r, 0.001, 1))
        .isEqualTo(SharpeInference.probabilistic(r, 0));
    assertThat(SharpeInference.deflated(r, 0.001, 100))
        .isLessThan(SharpeInference.deflated(r, 0.001, 10));
  }

  @Test
  void malformedInputIsRefusedByName() {
    assertThatThrownBy(() -> Returns.sharpe(new double[] {0, Double.NaN}, 0, 252))
        .hasMessageContaining("returns[1]");
    assertThatThrownBy(() -> Returns.sharpe(HAND, 0, 0))
        .hasMessageContaining("periodsPerYear must be > 0");
    assertThatThrownBy(() -> Relative.beta(HAND, new double[2])).hasMessageContaining("5 and 2");
  }
}
