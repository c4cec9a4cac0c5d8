package io.tradinggym.experiments.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.InfoField;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.statistics.seeds.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryBootstrapTest {
  private static double[] curve(long seed, int steps, double mean, double deviation) {
    RandomStream random = RandomStreams.of(seed).stream("curve");
    double[] equity = new double[steps + 1];
    equity[0] = 100;
    for (int t = 1; t <= steps; t++) {
      equity[t] = equity[t - 1] * (1 + mean + deviation * random.gaussian());
    }
    return equity;
  }

  @Test
  void oneHistoryHasAWideIntervalAroundWhatHappened() {
    double[] equity = curve(1, 500, 0.0005, 0.01);
    Interval interval = HistoryBootstrap.totalReturn(new double[][] {equity});
    assertThat(interval.point()).isCloseTo(equity[500] / 100 - 1, within(1e-9));
    // The log of 500 independent steps of 1 % spreads by 1 % x sqrt(500) = 22 %.
    double width = Math.log1p(interval.upper()) - Math.log1p(interval.lower());
    assertThat(width).isBetween(0.6 * 2 * 1.96 * 0.2236, 1.4 * 2 * 1.96 * 0.2236);
    assertThat(HistoryBootstrap.totalReturn(new double[][] {equity})).isEqualTo(interval);
  }

  @Test
  void theDifferenceOfTheSameIsNothingAndOfAShiftIsCertain() {
    double[] equity = curve(2, 250, 0, 0.01);
    Interval same =
        HistoryBootstrap.difference(new double[][] {equity}, new double[][] {equity.clone()}, 252);
    assertThat(same.lower()).isEqualTo(0);
    assertThat(same.upper()).isEqualTo(0);
    double[] better = new double[251];
    better[0] = 100;
    for (int t = 1; t <= 250; t++) {
      better[t] = better[t - 1] * (equity[t] / equity[t - 1] + 0.001);
    }
    Interval shifted =
        HistoryBootstrap.difference(new double[][] {better}, new double[][] {equity}, 250);
    assertThat(shifted.point()).isCloseTo(better[250] / 100 - equity[250] / 100, within(1e-9));
    assertThat(shifted.lower()).isPositive();
  }

  @Test
  void aCurveThatEndedStaysWhereItWas() {
    Interval interval =
        HistoryBootstrap.totalReturn(new double[][] {{100, 50, 0}, {100, 50, 0, 0, 0}});
    assertThat(interval.point()).isEqualTo(-1);
  }

  @Test
  void aSummaryKnowsTheSameSums() {
    List<InfoField> fields =
        List.of(
            new InfoField("equity", "", ""),
            new InfoField("fees", "", ""),
            new InfoField("traded", "", ""));
    Trajectory whole =
        new Trajectory(
            "agent",
            0,
            MadeUp.trading("X", fields),
            new double[][] {{100, 99, 98}, {7, 1, 2}, {0, 50, 60}},
            new double[] {-1, -2},
            new float[][] {{1}, {2}},
            EndReason.TIME_LIMIT);
    Trajectory summary = whole.summary();
    assertThat(summary.has("fees")).isFalse();
    assertThat(summary.reports("fees")).isTrue();
    assertThat(summary.reports("funding")).isFalse();
    assertThat(summary.total("fees")).isEqualTo(3);
    assertThat(summary.total("traded")).isEqualTo(110);
    assertThat(summary.info("equity")).containsExactly(100, 99, 98);
    assertThat(summary.totalReward()).isEqualTo(-3);
    assertThat(summary.steps()).isEqualTo(2);
  }
}
