package io.tradinggym.experiments.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.experiments.statistics.risk.Coverage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;

/** Values that lie exactly on a limit. */
class EdgesTest {
  private static final double ROUNDING = 1e-9;
  private static final int WINDOW = 21;

  /**
   * 148 periods leave 127 with a state, so that both thirds end at one of their deviations; the market stands still at
   * first, which is no rise.
   */
  @Test
  void statesEndWhereTheThirdsDo() {
    int n = 148;
    double[] market = new double[n];
    double[] own = new double[n];
    for (int t = 0; t < n; t++) {
      market[t] = t < 30 ? 0 : .01 * Math.sin(t * t) + .0005;
      own[t] = .02 * Math.cos(3 * t);
    }
    int known = n - WINDOW;
    double[] deviation = new double[known];
    double[] drift = new double[known];
    for (int t = 0; t < known; t++) {
      double[] before = Arrays.copyOfRange(market, t, t + WINDOW);
      deviation[t] = new StandardDeviation().evaluate(before);
      drift[t] = new Mean().evaluate(before);
    }
    Percentile percentile = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
    double calm = percentile.evaluate(deviation, 100 / 3.0) + 1e-15;
    double stormy = percentile.evaluate(deviation, 200 / 3.0) + 1e-15;
    List<IntPredicate> states =
        List.of(
            t -> deviation[t] <= calm,
            t -> deviation[t] > calm && deviation[t] <= stormy,
            t -> deviation[t] > stormy,
            t -> drift[t] > 0,
            t -> drift[t] <= 0);
    List<RegimeSlices.Slice> slices = RegimeSlices.of(own, market, 252);
    for (int i = 0; i < 5; i++) {
      List<Double> mine = new ArrayList<>();
      List<Double> theirs = new ArrayList<>();
      for (int t = 0; t < known; t++) {
        if (states.get(i).test(t)) {
          mine.add(own[t + WINDOW]);
          theirs.add(market[t + WINDOW]);
        }
      }
      RegimeSlices.Slice slice = slices.get(i);
      assertThat(slice.periods()).as(slice.state()).isEqualTo(mine.size());
      assertThat(slice.mean()).isCloseTo(252 * mean(mine), within(ROUNDING));
      assertThat(slice.market()).isCloseTo(252 * mean(theirs), within(ROUNDING));
      assertThat(slice.sharpe()).isCloseTo(sharpe(mine), within(ROUNDING));
      assertThat(slice.marketSharpe()).isCloseTo(sharpe(theirs), within(ROUNDING));
    }
    assertThat(slices.get(0).periods()).isEqualTo(43);
    assertThat(slices.get(4).periods()).as("nine windows of nothing among them").isGreaterThan(9);
  }

  @Test
  void sixWindowsAreEnough() {
    double[] r = new double[7 * WINDOW];
    Arrays.setAll(r, t -> .01 * Math.sin(t));
    assertThat(RegimeSlices.of(r, r, 252)).hasSize(5);
    double[] less = Arrays.copyOf(r, r.length - 1);
    assertThat(RegimeSlices.of(less, less, 252)).isEmpty();
    assertThatThrownBy(() -> RegimeSlices.of(r, less, 252)).hasMessageContaining("147 and 146");
  }

  private static double mean(List<Double> values) {
    return new Mean().evaluate(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static double sharpe(List<Double> values) {
    double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
    return new Mean().evaluate(all) / new StandardDeviation().evaluate(all) * Math.sqrt(252);
  }

  @Test
  void noneAndAllAreCountsToo() {
    double fair = 2 * Math.log(2);
    assertThat(Coverage.unconditional(0, 1, .5).ratio()).isCloseTo(fair, within(ROUNDING));
    assertThat(Coverage.unconditional(1, 1, .5).ratio()).isCloseTo(fair, within(ROUNDING));
    assertThat(Coverage.independence(new boolean[2]).ratio()).isZero();
    assertThatThrownBy(() -> Coverage.unconditional(0, 0, .5)).hasMessageContaining("0 and 0");
    assertThatThrownBy(() -> Coverage.unconditional(-1, 1, .5)).hasMessageContaining("-1 and 1");
    assertThatThrownBy(() -> Coverage.unconditional(0, 1, 0)).hasMessageContaining("was 0.0");
    assertThatThrownBy(() -> Coverage.unconditional(0, 1, 1)).hasMessageContaining("was 1.0");
  }

  @Test
  void ofEqualDrawdownsTheFirstIsTheDeepest() {
    Drawdowns falls = Drawdowns.of(new double[] {100, 50, 100, 50, 60});
    assertThat(falls.trough()).isEqualTo(1);
    assertThat(falls.recovery()).hasValue(1);
    assertThat(falls.longestUnderwater()).isEqualTo(2);
    assertThat(Drawdowns.of(new double[] {1, 2}).recovery()).hasValue(0);
  }

  /** A benchmark that stands still in a period neither rose nor fell. */
  @Test
  void periodsWithoutAMoveOfTheBenchmarkAreCapturedByNeither() {
    double[] benchmark = {.1, 0, -.1};
    double[] returns = {.2, .5, -.05};
    assertThat(Relative.upCapture(returns, benchmark)).isCloseTo(2, within(ROUNDING));
    assertThat(Relative.downCapture(returns, benchmark)).isCloseTo(.5, within(ROUNDING));
  }

  /** Two trials, each better in one of two blocks: chosen in one, it is the worse in the other. */
  @Test
  void asManyBlocksAsPeriodsAndNoMore() {
    double[][] returns = {{.1, .2, -.1, -.2}, {-.1, -.2, .1, .2}};
    BacktestOverfitting worst = BacktestOverfitting.of(returns, 2);
    assertThat(worst.splits()).isEqualTo(2);
    assertThat(worst.probability()).isEqualTo(1);
    assertThat(worst.lossProbability()).isEqualTo(1);
    assertThat(BacktestOverfitting.of(returns, 4).splits()).isEqualTo(6);
    double[] torn = {.1, .2, Double.NaN, .1};
    assertThatThrownBy(() -> BacktestOverfitting.of(new double[][] {returns[0], torn}, 2))
        .hasMessageContaining("returns[1][2] must be finite");
    double[] short3 = {.1, .2, .3};
    assertThatThrownBy(() -> BacktestOverfitting.of(new double[][] {returns[0], short3}, 2))
        .hasMessageContaining("4 and 3");
    assertThatThrownBy(() -> BacktestOverfitting.of(returns, 22)).hasMessageContaining("2 .. 20");
    assertThatThrownBy(() -> BacktestOverfitting.of(returns, 6)).hasMessageContaining("4 and 6");
    assertThat(BacktestOverfitting.of(new double[][] {new double[20], new double[20]}, 20).splits())
        .isEqualTo(184_756);
  }

  /** A copy of the best is neither better nor worse: the mean rank of both. */
  @Test
  void copiesShareARank() {
    double[] one = {.1, .2, -.1, .3};
    BacktestOverfitting copies = BacktestOverfitting.of(new double[][] {one, one}, 2);
    assertThat(copies.probability()).isEqualTo(1);
  }

  /** Both did as well in the first block; the first of them is taken, and what it earns afterwards is counted. */
  @Test
  void ofEqualTrialsTheFirstIsChosen() {
    double[] goesOn = {.1, .2, .3, .4};
    double[] turns = {.1, .2, -.3, -.4};
    BacktestOverfitting good = BacktestOverfitting.of(new double[][] {goesOn, turns}, 2);
    assertThat(good.lossProbability()).isZero();
    assertThat(good.probability()).isEqualTo(.5);
    BacktestOverfitting bad = BacktestOverfitting.of(new double[][] {turns, goesOn}, 2);
    assertThat(bad.lossProbability()).isEqualTo(.5);
    assertThat(bad.probability()).isEqualTo(1);
  }

  @Test
  void whatDoesNotTradeAfterwardsLosesNothing() {
    double[][] returns = {{.1, .2, 0, 0}, {-.1, -.2, -.1, -.2}};
    assertThat(BacktestOverfitting.of(returns, 2).lossProbability()).isZero();
  }

  /** Six periods in four blocks of one and two: halves of two, three and four periods. */
  @Test
  void halvesOfUnequalLengthHaveTheirOwnDeviations() {
    double[] best = {.03, .05, -.01, .04, .02, -.02};
    double[] worst = {-.03, -.05, .01, -.04, -.02, .02};
    int[][] blocks = {{0}, {1, 2}, {3}, {4, 5}};
    SimpleRegression line = new SimpleRegression();
    for (int set = 0; set < 16; set++) {
      if (Integer.bitCount(set) == 2) {
        DescriptiveStatistics inside = new DescriptiveStatistics();
        DescriptiveStatistics outside = new DescriptiveStatistics();
        for (int block = 0; block < 4; block++) {
          for (int t : blocks[block]) {
            (((set >> block) & 1) == 1 ? inside : outside).addValue(best[t]);
          }
        }
        line.addData(
            inside.getMean() / inside.getStandardDeviation(),
            outside.getMean() / outside.getStandardDeviation());
      }
    }
    BacktestOverfitting overfitting = BacktestOverfitting.of(new double[][] {worst, best}, 4);
    assertThat(overfitting.probability()).isZero();
    assertThat(overfitting.degradation()).isCloseTo(line.getSlope(), within(ROUNDING));
  }

  /** What lies 1.96 standard errors out, with errors twice as large, lies 0.98 out. */
  @Test
  void aRatioThatStraysFurtherSaysLess() {
    assertThat(SharpeInference.strayed(.975, 1)).isCloseTo(.975, within(ROUNDING));
    assertThat(SharpeInference.strayed(.975, 2)).isCloseTo(.8364524962, within(1e-9));
    assertThat(SharpeInference.strayed(.025, 2)).isCloseTo(1 - .8364524962, within(1e-9));
    assertThat(SharpeInference.strayed(Double.NaN, 2)).isNaN();
  }
}
