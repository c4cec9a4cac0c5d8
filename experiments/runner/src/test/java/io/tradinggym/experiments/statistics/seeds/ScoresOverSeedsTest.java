package io.tradinggym.experiments.statistics.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.math3.stat.inference.MannWhitneyUTest;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ScoresOverSeedsTest {
  private static final Offset<Double> ROUNDING = within(1e-9);
  private static final Bootstrap QUICK = new Bootstrap(0.95, 500);

  private static RandomStream random() {
    return RandomStreams.of(11).stream("bootstrap");
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Test
  void aggregatesByHand() {
    Scores twoTasks = Scores.ofTasks(new double[][] {{0, 1, 2, 9}, {3, 4, 5, 100}});
    assertThat(Aggregate.iqm().of(twoTasks)).isEqualTo((2 + 3 + 4 + 5) / 4.0);
    assertThat(Aggregate.mean().of(twoTasks)).isEqualTo(15.5);
    assertThat(Aggregate.median().of(twoTasks)).isEqualTo((3 + 28) / 2.0);
    assertThat(Aggregate.optimalityGap(4).of(twoTasks)).isEqualTo((4 + 3 + 2 + 0 + 1) / 8.0);
    assertThat(Aggregate.failureRate(3).of(twoTasks)).isEqualTo(3 / 8.0);
    assertThat(Aggregate.above(3).of(twoTasks)).isEqualTo(4 / 8.0);
    // 10 runs lose floor(2.5) = 2 at either end.
    assertThat(Aggregate.iqm().of(Scores.of(0, 0, 1, 2, 3, 4, 5, 6, 90, 90))).isEqualTo(21 / 6.0);
  }

  @Test
  void scoresAreNormalisedTaskByTask() {
    Scores scores = Scores.ofTasks(new double[][] {{-100, 0}, {10, 60}});
    Scores normalised = scores.normalised(new double[] {-200, 10}, new double[] {0, 110});
    assertThat(normalised.task(0)).containsExactly(0.5, 1);
    assertThat(normalised.task(1)).containsExactly(0, 0.5);
  }

  @Property(tries = 200)
  void aggregatesStayWithinTheScoresAndIntervalsHoldTheEstimate(
      @ForAll @Size(min = 2, max = 30) List<@DoubleRange(min = -1000, max = 1000) Double> values) {
    Scores scores = Scores.of(array(values));
    double[] sorted = scores.sorted();
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    for (Aggregate aggregate : List.of(Aggregate.iqm(), Aggregate.mean(), Aggregate.median())) {
      Interval interval = QUICK.interval(scores, aggregate, random());
      double slack = 1e-9;
      assertThat(interval.point()).isBetween(low - slack, high + slack);
      assertThat(interval.lower()).isBetween(low - slack, interval.point() + slack);
      assertThat(interval.upper()).isBetween(interval.point() - slack, high + slack);
    }
  }

  @Property(tries = 200)
  void shiftAndScaleGoThroughTheInterquartileMean(
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = -1000, max = 1000) Double> values,
      @ForAll @DoubleRange(min = 0.01, max = 100) double k,
      @ForAll @DoubleRange(min = -100, max = 100) double shift) {
    double[] moved = values.stream().mapToDouble(v -> v * k + shift).toArray();
    double expected = Aggregate.iqm().of(Scores.of(array(values))) * k + shift;
    assertThat(Aggregate.iqm().of(Scores.of(moved)))
        .isCloseTo(expected, within(1e-9 * (1 + 1000 * k)));
  }

  @Test
  void theIntervalIsReproducibleAndCoversAsOftenAsItClaims() {
    RandomStream draws = RandomStreams.of(5).stream("draws");
    int covered = 0;
    int experiments = 400;
    for (int i = 0; i < experiments; i++) {
      double[] sample = new double[20];
      Arrays.setAll(sample, s -> draws.gaussian());
      Scores scores = Scores.of(sample);
      Interval interval =
          QUICK.interval(scores, Aggregate.iqm(), RandomStreams.of(i).stream("bootstrap"));
      assertThat(QUICK.interval(scores, Aggregate.iqm(), RandomStreams.of(i).stream("bootstrap")))
          .isEqualTo(interval);
      covered += interval.contains(0) ? 1 : 0;
    }
    // Percentile intervals of 20 runs are a little narrow: about 93 %, and 400 trials spread by 1.3
    // %.
    assertThat(covered / (double) experiments).isBetween(0.89, 0.98);
  }

  @Property(tries = 100)
  void profilesFallFromOneToZeroWithTheirBands(
      @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = 0, max = 1) Double> values) {
    double[] thresholds = {-0.1, 0.1, 0.3, 0.5, 0.7, 0.9, 1.1};
    List<PerformanceProfile.Point> points =
        PerformanceProfile.of(Scores.of(array(values)), thresholds, QUICK, random()).points();
    assertThat(points.getFirst().share().point()).isEqualTo(1);
    assertThat(points.getLast().share().point()).isZero();
    for (int i = 1; i < points.size(); i++) {
      assertThat(points.get(i).share().point())
          .isLessThanOrEqualTo(points.get(i - 1).share().point());
      assertThat(points.get(i).share().lower())
          .isLessThanOrEqualTo(points.get(i - 1).share().lower());
      assertThat(points.get(i).share().upper())
          .isLessThanOrEqualTo(points.get(i - 1).share().upper());
    }
  }

  @Property(tries = 200)
  void probabilityOfImprovementIsMannWhitneyAndSumsToOneBothWays(
      @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = -1, max = 1) Double> first,
      @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = -1, max = 1) Double> second) {
    double[] x = array(first);
    double[] y = array(second);
    double forward = ProbabilityOfImprovement.of(Scores.of(x), Scores.of(y));
    assertThat(forward + ProbabilityOfImprovement.of(Scores.of(y), Scores.of(x)))
        .isCloseTo(1, ROUNDING);
    // Commons Math gives the larger of the two U.
    double larger = new MannWhitneyUTest().mannWhitneyU(x, y) / (x.length * y.length);
    assertThat(Math.max(forward, 1 - forward)).isCloseTo(larger, ROUNDING);
  }

  @Test
  void improvementIsTheMeanOverTasksWithAnIntervalAroundIt() {
    Scores x = Scores.ofTasks(new double[][] {{1, 2}, {0, 0}});
    Scores y = Scores.ofTasks(new double[][] {{0, 0, 0}, {0, 0, 1}});
    Interval interval = ProbabilityOfImprovement.of(x, y, QUICK, random());
    assertThat(interval.point()).isCloseTo((1 + 1 / 3.0) / 2, ROUNDING);
    assertThat(interval.contains(interval.point())).isTrue();
    assertThat(interval.upper()).isLessThanOrEqualTo(0.75);
  }

  @Test
  void malformedScoresAreRefusedByPlace() {
    assertThatThrownBy(() -> Scores.of(1, Double.NaN))
        .hasMessageContaining("scores[0][1] must be finite");
    assertThatThrownBy(() -> Scores.of()).hasMessageContaining("at least one");
    assertThatThrownBy(() -> Scores.ofTasks(new double[][] {{1, 2}, {1}}))
        .hasMessageContaining("task 1 has 1");
    assertThatThrownBy(() -> new Bootstrap(1, 10)).hasMessageContaining("(0, 1), was 1.0");
  }

  @Test
  void theMedianIsThatOfTasksInOrder() {
    double[][] scores = {{8, 10}, {0, 2}, {4, 6}, {1, 3}};
    assertThat(Aggregate.median().of(Scores.ofTasks(scores))).isEqualTo(3.5);
    assertThat(Aggregate.median().of(Scores.ofTasks(Arrays.copyOf(scores, 3)))).isEqualTo(5);
  }

  @Test
  void aScaleOfNothingIsRefused() {
    Scores scores = Scores.of(1, 2);
    assertThatThrownBy(() -> scores.normalised(new double[] {3}, new double[] {3}))
        .hasMessageContaining("high[0] must exceed low[0], were 3.0 and 3.0");
    assertThatThrownBy(() -> scores.normalised(new double[2], new double[] {3}))
        .hasMessageContaining("had 2 and 1");
    assertThatThrownBy(() -> scores.normalised(new double[1], new double[] {3, 4}))
        .hasMessageContaining("had 1 and 2");
  }

  @Test
  void thresholdsOfAProfileAscend() {
    Scores scores = Scores.of(1, 2);
    assertThatThrownBy(() -> PerformanceProfile.of(scores, new double[] {0, 1, 1}, QUICK, random()))
        .hasMessageContaining("must ascend, 1.0 follows 1.0");
    assertThatThrownBy(() -> PerformanceProfile.of(scores, new double[] {0, 2, 1}, QUICK, random()))
        .hasMessageContaining("must ascend, 1.0 follows 2.0");
  }
}
