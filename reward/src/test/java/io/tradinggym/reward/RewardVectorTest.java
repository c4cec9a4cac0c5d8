package io.tradinggym.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.reward.RewardFunction;
import io.tradinggym.market.reward.RewardInput;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Numbers computed outside this project (40-digit arithmetic), and second ways to the same value. */
class RewardVectorTest {
  private static final Offset<Double> PUBLISHED = within(1e-9);
  private static final Offset<Double> ROUNDING = within(1e-12);
  private static final double[] RETURNS = {0.01, -0.02, 0.015, 0.005, -0.01};

  @Test
  void differentialSharpeMatchesTheReferenceVector() {
    var function = new DifferentialSharpe.Function(0.01, 0.001, 0.0001, DifferentialSharpe.WARM_UP);
    double[] expected = {
      0.913670741145, -2.313609274783, 1.355298939696, 0.434304497682, -1.103741723018
    };
    for (int i = 0; i < RETURNS.length; i++) {
      assertThat(function.reward(Steps.returning(RETURNS[i]))).isCloseTo(expected[i], PUBLISHED);
    }
    assertThat(function.mean()).isCloseTo(0.0009495048509, PUBLISHED);
    assertThat(function.square()).isCloseTo(0.000103393522, PUBLISHED);
  }

  @Test
  void differentialDownsideMatchesTheReferenceVector() {
    var function =
        new DifferentialDownside.Function(0.01, 0.001, 0.00005, DifferentialSharpe.WARM_UP);
    double[] expected = {
      1.343502884254, -3.546102191018, 1.999937288907, 0.619805434774, -1.602514647252
    };
    for (int i = 0; i < RETURNS.length; i++) {
      assertThat(function.reward(Steps.returning(RETURNS[i]))).isCloseTo(expected[i], PUBLISHED);
    }
    assertThat(function.downSquare()).isCloseTo(5.2430698495e-5, within(1e-14));
  }

  @Test
  void differentialSharpeIsTheDerivativeOfTheMovingSharpeRatio() {
    double mean = 0.001;
    double square = 0.0001;
    double r = 0.013;
    double step = 1e-6;
    double reward =
        new DifferentialSharpe.Function(0.01, mean, square, DifferentialSharpe.WARM_UP)
            .reward(Steps.returning(r));
    double slope = (sharpe(mean, square, r, step) - sharpe(mean, square, r, -step)) / (2 * step);
    assertThat(reward).isCloseTo(slope, within(1e-7));
  }

  private static double sharpe(double mean, double square, double r, double eta) {
    double a = mean + eta * (r - mean);
    double b = square + eta * (r * r - square);
    return a / Math.sqrt(b - a * a);
  }

  @Test
  void meanVarianceIsTheParabolaUpToItsVertex() {
    assertThat(new MeanVariance(2).create().reward(Steps.returning(0.1)))
        .isCloseTo(0.1 - 0.01, ROUNDING);
    assertThat(new MeanVariance(2).create().reward(Steps.returning(-0.1)))
        .isCloseTo(-0.1 - 0.01, ROUNDING);
    assertThat(new MeanVariance(2).create().reward(Steps.returning(0.7))).isCloseTo(0.25, ROUNDING);
  }

  @Test
  void caraSumsToTheUtilityOfTerminalWealth() {
    double[] equity = Steps.path(1000, RETURNS);
    double wealth = equity[5] / 1000;
    double expected = (1 - Math.exp(-3 * (wealth - 1))) / 3;
    assertThat(Steps.sum(Steps.rewards(new Cara(3), equity))).isCloseTo(expected, ROUNDING);
  }

  @Test
  void drawdownIncrementsAddUpToTheDepthOnTheWayDown() {
    double[] costs = Steps.rewards(new Drawdown(), 100, 120, 90, 60, 90, 75);
    assertThat(costs).usingComparatorWithPrecision(1e-15).containsExactly(0, 0.25, 0.25, 0, 0.125);
  }

  @Test
  void theSmallestCvarCostIsTheMeanOfTheWorstLosses() {
    RandomStream random = RandomStreams.of(1).stream("losses");
    double[] losses = new double[20];
    Arrays.setAll(losses, i -> random.gaussian(0, 0.02));
    double least = Double.POSITIVE_INFINITY;
    for (double nu : losses) {
      double mean =
          Arrays.stream(losses).map(loss -> Cvar.cost(loss, nu, 0.9)).average().orElseThrow();
      least = Math.min(least, mean);
    }
    double[] sorted = losses.clone();
    Arrays.sort(sorted);
    assertThat(least).isCloseTo((sorted[18] + sorted[19]) / 2, ROUNDING);
  }

  @Test
  void cvarCostsAverageToTheExpectedShortfallOfNormalLosses() {
    RandomStream random = RandomStreams.of(2).stream("losses");
    RewardFunction function = new Cvar(0.9, 1e-5).create();
    function.reset(1);
    int burnIn = 20_000;
    int steps = 400_000;
    double sum = 0;
    for (int t = 0; t < burnIn + steps; t++) {
      double cost = function.reward(Steps.returning(random.gaussian(0, 0.01)));
      sum += t < burnIn ? 0 : cost;
    }
    double expectedShortfall =
        0.01 * 1.754983; // density at the 90 % point of the normal, divided by 0.1
    assertThat(sum / steps).isCloseTo(expectedShortfall, within(2e-4));
  }

  @Test
  void costsAreSharesOfEquity() {
    RewardInput step = Steps.of(1000, 990);
    step.traded = 250;
    step.gross = 504;
    step.stepsPerYear = 252;
    assertThat(Rewards.turnover().create().reward(step)).isEqualTo(0.25);
    assertThat(Rewards.holding().create().reward(step)).isCloseTo(0.002, ROUNDING);
  }

  @Test
  void growthIsMeasuredAgainstTheBenchmark() {
    RewardInput step = Steps.of(1000, 1100);
    step.benchmarkReturn = 0.1;
    assertThat(Rewards.benchmark().create().reward(step)).isCloseTo(0, ROUNDING);
  }
}
