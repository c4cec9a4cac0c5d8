package io.tradinggym.data.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.data.Files;
import io.tradinggym.data.feature.Catalog;
import io.tradinggym.data.feature.FeatureColumns;
import io.tradinggym.data.feature.FractionalDifference;
import io.tradinggym.data.series.PriceBars;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Labels of SPY from 2015 on and small ones by hand, against numbers computed elsewhere. */
class LabelsTest {
  private static final double EXACT = 1e-9;

  private static List<Label> since2015(PriceBars spy, TripleBarrier barrier) {
    List<Label> labels = new ArrayList<>();
    for (int bar = spy.barAt(Files.at("2015-01-02", 0, 0)); bar < spy.size(); bar++) {
      Label label = barrier.label(spy, bar);
      if (label != null && bar + barrier.horizon() < spy.size()) {
        labels.add(label);
      }
    }
    return labels;
  }

  private static int[] counts(List<Label> labels) {
    return IntStream.rangeClosed(-1, 1)
        .map(outcome -> (int) labels.stream().filter(label -> label.outcome() == outcome).count())
        .toArray();
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void barriersOfSpy() {
    PriceBars spy = Files.daily("daily_us/SPY.csv");
    List<Label> close =
        since2015(spy, TripleBarrier.fixed(10, 0.02, 0.02, TripleBarrier.Path.CLOSE));
    assertThat(close).hasSize(2_004);
    assertThat(counts(close)).containsExactly(528, 749, 727);
    assertThat(close.stream().mapToInt(Label::holding).average().orElseThrow())
        .isCloseTo(6.7090818, within(1e-7));
    assertThat(close.subList(0, 4)).extracting(Label::outcome).containsExactly(-1, 1, 1, 0);
    assertThat(close.subList(0, 4)).extracting(Label::holding).containsExactly(2, 3, 2, 10);

    assertThat(
            counts(
                since2015(spy, TripleBarrier.fixed(10, 0.02, 0.02, TripleBarrier.Path.HIGH_LOW))))
        .containsExactly(664, 571, 769);
    assertThat(
            counts(since2015(spy, TripleBarrier.fixed(10, 0.02, 0.01, TripleBarrier.Path.CLOSE))))
        .containsExactly(866, 496, 642);
    assertThat(
            counts(
                since2015(spy, TripleBarrier.fixed(10, 0.02, 0.01, TripleBarrier.Path.HIGH_LOW))))
        .containsExactly(1059, 324, 621);

    FeatureColumns deviation = new FeatureColumns(Catalog.standard().parse("hv(20,1)"));
    deviation.compute(spy);
    TripleBarrier moving =
        new TripleBarrier(
            10,
            bar -> 2 * deviation.value(0, bar),
            bar -> 2 * deviation.value(0, bar),
            TripleBarrier.Path.CLOSE);
    assertThat(counts(since2015(spy, moving))).containsExactly(627, 480, 897);

    double[] weights = Uniqueness.of(close).weights();
    assertThat(IntStream.range(0, 2_004).mapToDouble(i -> weights[i]).sum())
        .isCloseTo(378.3398107, within(1e-7));
    assertThat(weights[0]).isCloseTo(0.75, within(EXACT));
    assertThat(weights[1]).isCloseTo(0.4444444444, within(1e-10));
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void directionOfSpy() {
    PriceBars spy = Files.daily("daily_us/SPY.csv");
    List<Label> labels = HorizonLabels.direction(spy, 3);
    assertThat(labels).hasSize(spy.size() - 3);
    assertThat(labels.stream().filter(label -> label.outcome() == 1)).hasSize(2_653);
    double[] expected = {1.37334291982, 2.07586756011, 0.138423171357};
    int[] bars = {252, 2463, 4526};
    for (int i = 0; i < 3; i++) {
      assertThat(100 * labels.get(bars[i]).simpleReturn()).isCloseTo(expected[i], within(EXACT));
      assertThat(labels.get(bars[i]).outcome()).isEqualTo(1);
    }
    double[] weights = Uniqueness.of(labels).weights();
    assertThat(weights[0]).isCloseTo(0.6111111111, within(1e-10));
    assertThat(weights[100]).isCloseTo(1.0 / 3, within(EXACT));
  }

  @Test
  void threeSpansByHand() {
    Uniqueness toy = Uniqueness.ofSpans(new int[] {0, 2, 4}, new int[] {2, 3, 5});
    assertThat(toy.weights()).containsExactly(new double[] {5.0 / 6, 0.75, 1}, within(EXACT));
    assertThat(toy.chances(1))
        .containsExactly(new double[] {5.0 / 14, 3.0 / 14, 6.0 / 14}, within(EXACT));
  }

  @Test
  void theSequentialBootstrapDrawsByThoseChances() {
    Uniqueness toy = Uniqueness.ofSpans(new int[] {0, 2, 4}, new int[] {2, 3, 5});
    int[][] second = new int[3][3];
    for (int seed = 0; seed < 30_000; seed++) {
      int[] drawn = toy.bootstrap(2, RandomStreams.of(seed).stream("bootstrap"));
      second[drawn[0]][drawn[1]]++;
    }
    double total = IntStream.of(second[1]).sum();
    assertThat(total / 30_000).isCloseTo(1.0 / 3, within(0.01));
    assertThat(second[1][0] / total).isCloseTo(5.0 / 14, within(0.02));
    assertThat(second[1][2] / total).isCloseTo(6.0 / 14, within(0.02));
  }

  @Test
  void aBarThatTouchesBothCountsAsTheLower() {
    PriceBars bars = new PriceBars();
    bars.append(1, 100, 100, 100, 100, 1);
    bars.append(2, 100, 103, 97, 100, 1);
    Label label = TripleBarrier.fixed(1, 0.02, 0.02, TripleBarrier.Path.HIGH_LOW).label(bars, 0);
    assertThat(label).isEqualTo(new Label(0, 1, -1, -0.02));
    assertThat(TripleBarrier.fixed(5, 0.5, 0.5, TripleBarrier.Path.CLOSE).label(bars, 0)).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void aBarrierThatIsReachedExactlyIsTouched(TripleBarrier.Path path) {
    for (double move : new double[] {0.25, -0.25}) {
      PriceBars bars = new PriceBars();
      bars.append(1, 100, 100, 100, 100, 1);
      double there = 100 * (1 + move);
      bars.append(2, 100, Math.max(100, there), Math.min(100, there), there, 1);
      bars.append(3, 100, 100, 100, 100, 1);
      Label label = TripleBarrier.fixed(2, 0.25, 0.25, path).label(bars, 0);
      assertThat(label).isEqualTo(new Label(0, 1, (int) Math.signum(move), move));
    }
  }

  @Test
  void metaLabelsJudgeASide() {
    Label up = new Label(0, 3, 1, 0.02);
    assertThat(up.meta(1)).isEqualTo(1);
    assertThat(up.meta(-1)).isZero();
    assertThatThrownBy(() -> up.meta(0)).hasMessageContaining("side must be 1 or -1");
    assertThatThrownBy(() -> new Label(3, 3, 0, 0))
        .hasMessageContaining("must end after its entry");
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void fractionalDifferences() {
    assertThat(FractionalDifference.weights(0.4, 0.018))
        .containsExactly(
            new double[] {1, -0.4, -0.12, -0.064, -0.0416, -0.029952, -0.0229632, -0.01837056},
            within(EXACT));
    assertThat(FractionalDifference.weights(0.4, 1e-4)).hasSize(282);
    assertThat(FractionalDifference.weights(0.4, 1e-3)).hasSize(55);
    FeatureColumns columns =
        new FeatureColumns(
            Catalog.standard()
                .parse("fracDiff(0.4,0.0001), fracDiff(0.4,0.001), fracDiff(0.4,0.00001)"));
    columns.compute(Files.daily("daily_us/SPY.csv"));
    int last = columns.bars() - 1;
    assertThat(columns.value(0, last)).isCloseTo(0.4102650871, within(EXACT));
    assertThat(columns.value(0, 2463)).isCloseTo(0.3352058219, within(EXACT));
    assertThat(columns.value(1, last)).isCloseTo(0.7998820366, within(EXACT));
    assertThat(columns.first(2)).isEqualTo(1_458 - 1);
  }
}
