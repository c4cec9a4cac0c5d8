package io.tradinggym.experiments.statistics.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageTest {
  private static final double SIGNIFICANCE = 0.05;
  private static final Offset<Double> ROUNDING = within(1e-9);

  /** Regions in which the forecast stands, from Kupiec's table of the numbers of exceptions at 95 % confidence. */
  @ParameterizedTest
  @CsvSource({"0.01, 255, 1, 6", "0.01, 1000, 5, 16", "0.05, 255, 7, 20", "0.05, 1000, 38, 64"})
  void kupiecStandsExactlyInThePublishedRegion(double p, int periods, int first, int last) {
    for (int x = first; x <= last; x++) {
      assertThat(Coverage.unconditional(x, periods, p).pValue())
          .as("x = %d", x)
          .isGreaterThan(SIGNIFICANCE);
    }
    assertThat(Coverage.unconditional(first - 1, periods, p).pValue()).isLessThan(SIGNIFICANCE);
    assertThat(Coverage.unconditional(last + 1, periods, p).pValue()).isLessThan(SIGNIFICANCE);
  }

  @Property
  void kupiecIsTheFormulaWhereBothKindsOccur(
      @ForAll @IntRange(min = 1, max = 99) int x,
      @ForAll @DoubleRange(min = 0.01, max = 0.5) double p) {
    double share = x / 100.0;
    double formula =
        -2
            * Math.log(
                Math.pow(1 - p, 100 - x)
                    * Math.pow(p, x)
                    / (Math.pow(1 - share, 100 - x) * Math.pow(share, x)));
    assertThat(Coverage.unconditional(x, 100, p).ratio()).isCloseTo(formula, ROUNDING);
  }

  @Test
  void independenceByHand() {
    // Moves: calm-calm 3, calm-exception 1, exception-calm 1, exception-exception 2.
    boolean[] runs = {false, false, true, true, true, false, false, false};
    double chain = 3 * Math.log(0.75) + Math.log(0.25) + Math.log(1 / 3.0) + 2 * Math.log(2 / 3.0);
    double draws = 4 * Math.log(4 / 7.0) + 3 * Math.log(3 / 7.0);
    assertThat(Coverage.independence(runs).ratio()).isCloseTo(2 * (chain - draws), ROUNDING);
  }

  @Test
  void clusteredExceptionsFailWhereScatteredOnesPass() {
    boolean[] clustered = new boolean[1000];
    boolean[] scattered = new boolean[1000];
    for (int i = 0; i < 10; i++) {
      clustered[500 + i] = true;
      scattered[50 + 100 * i] = true;
    }
    assertThat(Coverage.conditional(scattered, 0.01).pValue()).isGreaterThan(0.5);
    assertThat(Coverage.conditional(clustered, 0.01).pValue()).isLessThan(1e-6);
  }

  @Property
  void aRatioIsNeverNegativeAndTheJointOneIsTheSum(
      @ForAll @Size(min = 2, max = 50) boolean[] exceptions,
      @ForAll @DoubleRange(min = 0.01, max = 0.5) double p) {
    int count = 0;
    for (boolean e : exceptions) {
      count += e ? 1 : 0;
    }
    double independence = Coverage.independence(exceptions).ratio();
    double coverage = Coverage.unconditional(count, exceptions.length, p).ratio();
    assertThat(independence).isNotNegative();
    assertThat(coverage).isNotNegative();
    assertThat(Coverage.conditional(exceptions, p).ratio())
        .isCloseTo(independence + coverage, ROUNDING);
    assertThat(Coverage.conditional(exceptions, p).pValue()).isBetween(0.0, 1.0);
  }

  @Test
  void impossibleCountsAreRefused() {
    assertThatThrownBy(() -> Coverage.unconditional(5, 4, 0.01)).hasMessageContaining("5 and 4");
    assertThatThrownBy(() -> Coverage.independence(new boolean[1]))
        .hasMessageContaining("at least 2");
  }

  @Test
  void forecastsOfNoiseAreRightAndThoseOfARisingStormAreNot() {
    RandomStream random = RandomStreams.of(3).stream("losses");
    double[] noise = IntStream.range(0, 1250).mapToDouble(t -> .01 * random.gaussian()).toArray();
    ForecastLosses right = ForecastLosses.of(noise).orElseThrow();
    assertThat(right.window()).isEqualTo(250);
    assertThat(right.periods()).isEqualTo(1000);
    assertThat(right.exceptions()).isBetween(30, 75);
    assertThat(right.both().pValue()).isGreaterThan(.01);
    assertThat(right.shortfall()).isCloseTo(right.expected(), within(.003));
    double[] storm =
        IntStream.range(0, 1250).mapToDouble(t -> noise[t] * (t < 800 ? 1 : 3)).toArray();
    ForecastLosses wrong = ForecastLosses.of(storm).orElseThrow();
    assertThat(wrong.count().pValue()).isLessThan(.001);
    assertThat(ForecastLosses.of(new double[119])).isEmpty();
    assertThat(ForecastLosses.of(new double[300]).orElseThrow().exceptions())
        .as("who never trades loses nothing")
        .isZero();
  }

  @Test
  void hundredAndTwentyPeriodsAreEnough() {
    ForecastLosses few = ForecastLosses.of(new double[120]).orElseThrow();
    assertThat(few.window()).isEqualTo(60);
    assertThat(few.periods()).isEqualTo(60);
  }
}
