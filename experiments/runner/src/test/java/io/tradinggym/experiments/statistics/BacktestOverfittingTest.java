package io.tradinggym.experiments.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;

class BacktestOverfittingTest {
  private static final double ROUNDING = 1e-9;

  private static double[][] noise(long seed, int trials, int periods) {
    RandomStream random = RandomStreams.of(seed).stream("returns");
    double[][] returns = new double[trials][periods];
    for (double[] trial : returns) {
      Arrays.setAll(trial, t -> random.gaussian(0, 0.01));
    }
    return returns;
  }

  private static double sharpeOver(double[] returns, int[] blocks, int length) {
    double[] chosen =
        Arrays.stream(blocks)
            .flatMap(b -> IntStream.range(b * length, (b + 1) * length))
            .mapToDouble(t -> returns[t])
            .toArray();
    return Returns.sharpe(chosen, 0, 1);
  }

  @Property(tries = 100)
  void fourBlocksAgreeWithTheSixSplitsWrittenOut(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 8) int trials) {
    double[][] returns = noise(seed, trials, 40);
    int[][] splits = {
      {0, 1, 2, 3}, {0, 2, 1, 3}, {0, 3, 1, 2}, {1, 2, 0, 3}, {1, 3, 0, 2}, {2, 3, 0, 1}
    };
    double below = 0;
    double losses = 0;
    SimpleRegression regression = new SimpleRegression();
    for (int[] split : splits) {
      double[] inside = new double[trials];
      double[] outside = new double[trials];
      for (int n = 0; n < trials; n++) {
        inside[n] = sharpeOver(returns[n], Arrays.copyOf(split, 2), 10);
        outside[n] = sharpeOver(returns[n], Arrays.copyOfRange(split, 2, 4), 10);
      }
      double top = Arrays.stream(inside).max().orElseThrow();
      int best = IntStream.range(0, trials).filter(n -> inside[n] == top).findFirst().orElseThrow();
      double rank = 1 + Arrays.stream(outside).filter(s -> s < outside[best]).count();
      double w = rank / (trials + 1);
      below += Math.log(w / (1 - w)) <= 1e-12 ? 1 : 0;
      losses += outside[best] < 0 ? 1 : 0;
      regression.addData(top, outside[best]);
    }
    BacktestOverfitting result = BacktestOverfitting.of(returns, 4);
    assertThat(result.splits()).isEqualTo(6);
    assertThat(result.probability()).isEqualTo(below / 6);
    assertThat(result.lossProbability()).isEqualTo(losses / 6);
    assertThat(result.degradation()).isCloseTo(regression.getSlope(), within(ROUNDING));
  }

  @Test
  void oneTrialThatIsBetterEverywhereIsNotOverfitted() {
    double[][] returns = noise(1, 10, 320);
    for (int t = 0; t < 320; t++) {
      returns[3][t] += 0.03;
    }
    BacktestOverfitting result = BacktestOverfitting.of(returns, 16);
    assertThat(result.splits()).isEqualTo(12_870);
    assertThat(result.probability()).isZero();
    assertThat(result.lossProbability()).isZero();
  }

  @Test
  void whatShinesInOneHalfAndFailsInTheOtherIsOverfitted() {
    double[][] returns = {{0.02, 0.03, -0.02, -0.03}, {-0.02, -0.03, 0.02, 0.03}};
    assertThat(BacktestOverfitting.of(returns, 2))
        .isEqualTo(new BacktestOverfitting(1, 1, Double.NaN, 2));
  }

  @Test
  void worthlessTrialsAreOverfittedHalfOfTheTime() {
    double mean =
        IntStream.range(0, 60)
            .mapToDouble(seed -> BacktestOverfitting.of(noise(seed, 20, 200), 8).probability())
            .average()
            .orElseThrow();
    // One table spreads by about 0.25, so the mean of 60 by 0.03: three of them.
    assertThat(mean).isCloseTo(0.5, within(0.1));
  }

  @Test
  void anUnevenLastBlockAndAnIdleTrialAreNoObstacle() {
    double[][] returns = noise(5, 3, 23);
    returns[1] = new double[23];
    assertThat(BacktestOverfitting.of(returns, 6).splits()).isEqualTo(20);
  }

  @Test
  void impossibleCutsAreRefused() {
    assertThatThrownBy(() -> BacktestOverfitting.of(noise(1, 2, 10), 3))
        .hasMessageContaining("blocks must be even");
    assertThatThrownBy(() -> BacktestOverfitting.of(noise(1, 2, 3), 4))
        .hasMessageContaining("3 and 4");
    assertThatThrownBy(() -> BacktestOverfitting.of(noise(1, 1, 10), 4))
        .hasMessageContaining("2 trials");
  }
}
