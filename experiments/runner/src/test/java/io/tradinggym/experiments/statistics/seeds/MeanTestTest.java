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
import net.jqwik.api.constraints.UniqueElements;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.inference.TTest;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MeanTestTest {
  private static final Offset<Double> ROUNDING = within(1e-9);
  private static final Bootstrap QUICK = new Bootstrap(0.95, 999);

  private static RandomStream random() {
    return RandomStreams.of(3).stream("bootstrap");
  }

  @Property(tries = 50)
  void studentsTestAgreesWithCommonsMath(
      @ForAll @Size(min = 3, max = 20) @UniqueElements
          List<@DoubleRange(min = -2, max = 2) Double> values) {
    double[] x = values.stream().mapToDouble(Double::doubleValue).toArray();
    MeanTest test = MeanTest.of(x, 0.1, QUICK, random());
    assertThat(test.pValue()).isCloseTo(new TTest().tTest(0.1, x), ROUNDING);
    assertThat(test.interval().contains(0.1)).isEqualTo(test.pValue() >= 0.05);
    assertThat(test.bootstrapPValue()).isBetween(1e-3, 1.0);
    assertThat(test.bootstrapInterval().contains(test.mean())).isTrue();
  }

  @Test
  void noiseIsFoundSignificantAsRarelyAsClaimedByBothTests() {
    RandomStream draws = RandomStreams.of(8).stream("sharpe");
    int byT = 0;
    int byBootstrap = 0;
    int experiments = 400;
    for (int i = 0; i < experiments; i++) {
      double[] sharpe = new double[20];
      Arrays.setAll(sharpe, s -> draws.gaussian(0, 0.7));
      MeanTest test = MeanTest.of(sharpe, 0, QUICK, RandomStreams.of(i).stream("bootstrap"));
      byT += test.pValue() < 0.05 ? 1 : 0;
      byBootstrap += test.bootstrapPValue() < 0.05 ? 1 : 0;
    }
    // 5 % of 400, spread 1.1 %: three of them.
    assertThat(byT / (double) experiments).isBetween(0.017, 0.083);
    assertThat(byBootstrap / (double) experiments).isBetween(0.017, 0.083);
  }

  @Test
  void equalScoresHaveNoSpreadToJudgeBy() {
    MeanTest test = MeanTest.of(new double[] {0.1, 0.1, 0.1}, 0, QUICK, random());
    assertThat(test.mean()).isCloseTo(0.1, ROUNDING);
    assertThat(test.t()).isNaN();
    assertThat(test.bootstrapPValue()).isNaN();
    assertThat(MeanTest.of(new double[] {1}, 0, QUICK, random()).pValue()).isNaN();
  }

  @Test
  void pairingFindsASmallAdvantageThatThePathsWouldHide() {
    RandomStream draws = RandomStreams.of(4).stream("paths");
    double[] first = new double[20];
    double[] second = new double[20];
    for (int i = 0; i < 20; i++) {
      double path = draws.gaussian(0, 10);
      first[i] = path + 1 + draws.gaussian(0, 0.5);
      second[i] = path + draws.gaussian(0, 0.5);
    }
    PairedComparison paired = PairedComparison.of(first, second, QUICK, random());
    assertThat(paired.difference().pValue())
        .isLessThan(0.001)
        .isCloseTo(new TTest().pairedTTest(first, second), ROUNDING);
    assertThat(paired.difference().bootstrapPValue()).isLessThan(0.01);
    assertThat(paired.firstBetter()).isGreaterThan(0.75);
    assertThat(paired.correlation()).isGreaterThan(0.9);
    assertThat(new TTest().tTest(first, second)).isGreaterThan(0.3);
  }

  @Test
  void unpairedSeriesAreRefused() {
    assertThatThrownBy(() -> PairedComparison.of(new double[2], new double[3], QUICK, random()))
        .hasMessageContaining("2 and 3");
  }

  /** Two paths won, two lost, one tied; the correlation is another library's. */
  @Test
  void tiesAreHalfAWin() {
    double[] first = {1, 4, 2, 6, 1};
    double[] second = {0, 3, 2, 9, 5};
    PairedComparison paired = PairedComparison.of(first, second, QUICK, random());
    assertThat(paired.firstBetter()).isEqualTo(2.5 / 5);
    assertThat(paired.correlation())
        .isCloseTo(new PearsonsCorrelation().correlation(first, second), ROUNDING);
    assertThat(paired.difference().mean()).isCloseTo(-1, ROUNDING);
  }

  @Test
  void intervalsHoldTheirEnds() {
    Interval interval = new Interval(2, 1, 3, .9);
    assertThat(interval.contains(1)).isTrue();
    assertThat(interval.contains(3)).isTrue();
    assertThat(interval.contains(.999)).isFalse();
    assertThat(interval.contains(3.001)).isFalse();
    assertThat(new Interval(1, 1, 1, .9).contains(1)).isTrue();
    assertThatThrownBy(() -> new Interval(1, 2, 1, .9)).hasMessageContaining("were 2.0 and 1.0");
    for (double none : new double[] {0, 1}) {
      assertThatThrownBy(() -> new Interval(1, 1, 1, none)).hasMessageContaining("was " + none);
      assertThatThrownBy(() -> new Bootstrap(none, 1)).hasMessageContaining("was " + none);
    }
    assertThat(new Bootstrap(.5, 1).replications()).isOne();
    assertThatThrownBy(() -> new Bootstrap(.5, 0)).hasMessageContaining("was 0");
  }

  /** Every resample is as far from the mean as the mean from itself. */
  @Test
  void aMeanThatIsWhatWasSupposedIsNeverExtreme() {
    MeanTest test = MeanTest.of(new double[] {0, 2}, 1, QUICK, random());
    assertThat(test.t()).isZero();
    assertThat(test.bootstrapPValue()).isEqualTo(1);
  }

  /** Of 0 and 2 half of the resamples are equal scores, which count; the others have the mean itself. */
  @Test
  void resamplesOfEqualScoresCountAsExtreme() {
    MeanTest test = MeanTest.of(new double[] {0, 2}, .5, new Bootstrap(.95, 3), random());
    Scores scores = Scores.of(0, 2);
    RandomStream again = random().fork();
    int equal = 0;
    for (int i = 0; i < 3; i++) {
      double[] drawn = scores.resample(again).view(0);
      equal += drawn[0] == drawn[1] ? 1 : 0;
    }
    assertThat(test.t()).isCloseTo(.5, ROUNDING);
    assertThat(test.bootstrapPValue()).isEqualTo((1 + equal) / 4.0);
  }

  @Test
  void smallScoresSpreadAsLargeOnesDo() {
    double large = MeanTest.of(new double[] {1, 3}, 0, QUICK, random()).t();
    assertThat(MeanTest.of(new double[] {1e-20, 3e-20}, 0, QUICK, random()).t())
        .isCloseTo(large, ROUNDING);
    assertThat(MeanTest.of(new double[] {1e20, 3e20}, 0, QUICK, random()).t())
        .isCloseTo(large, ROUNDING);
  }
}
