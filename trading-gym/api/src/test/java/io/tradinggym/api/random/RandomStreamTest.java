package io.tradinggym.api.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.Snapshots;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Statistics with fixed seeds: a test that passes once passes always, so its bounds may be sharp. */
class RandomStreamTest {
  private static final int DRAWS = 100_000;

  /** Chance that a good stream would fail one of these tests. */
  private static final double SIGNIFICANCE = 1e-4;

  /** Kolmogorov's D above this times 1/sqrt(n) has chance 1e-4: sqrt(-ln(1e-4 / 2) / 2). */
  private static final double KOLMOGOROV = Math.sqrt(-Math.log(SIGNIFICANCE / 2) / 2);

  /** A correlation above this times 1/sqrt(n) has chance 1e-4. */
  private static final double CORRELATION = 3.891;

  static Stream<Arguments> streams() {
    return Stream.of(
        Arguments.of("seed 0", RandomStreams.of(0).stream("a")),
        Arguments.of("seed -1", RandomStreams.of(-1).stream("a")),
        Arguments.of("lane 12345", RandomStreams.of(7).stream("environment", 12345)),
        Arguments.of("child", RandomStreams.of(7).child("trial", 3).stream("x")));
  }

  /** Pairs that differ as little as two streams can. */
  static Stream<Arguments> neighbours() {
    return Stream.of(
        Arguments.of(
            "seeds 1, 2", RandomStreams.of(1).stream("a"), RandomStreams.of(2).stream("a")),
        Arguments.of(
            "seeds 0, top bit",
            RandomStreams.of(0).stream("a"),
            RandomStreams.of(1L << 63).stream("a")),
        Arguments.of(
            "names a, b", RandomStreams.of(1).stream("a"), RandomStreams.of(1).stream("b")),
        Arguments.of(
            "names ab, ba", RandomStreams.of(1).stream("ab"), RandomStreams.of(1).stream("ba")),
        Arguments.of(
            "lanes 0, 1", RandomStreams.of(1).stream("a", 0), RandomStreams.of(1).stream("a", 1)),
        Arguments.of(
            "children",
            RandomStreams.of(1).child("t", 0).stream("a"),
            RandomStreams.of(1).child("t", 1).stream("a")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("streams")
  void uniformsFillTheUnitInterval(String name, RandomStream random) {
    double[] draws = random.doubles(DRAWS).toArray();
    assertThat(Arrays.stream(draws).allMatch(u -> u >= 0 && u < 1)).isTrue();
    assertThat(distance(draws, u -> u)).isLessThan(KOLMOGOROV / Math.sqrt(DRAWS));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("streams")
  void gaussiansAreStandardNormal(String name, RandomStream random) {
    double[] draws = IntStream.range(0, DRAWS).mapToDouble(i -> random.gaussian()).toArray();
    assertThat(distance(draws, NormalDistribution.of(0, 1)::cumulativeProbability))
        .isLessThan(KOLMOGOROV / Math.sqrt(DRAWS));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("streams")
  void exponentialsHaveMeanOne(String name, RandomStream random) {
    double[] draws = IntStream.range(0, DRAWS).mapToDouble(i -> random.exponential()).toArray();
    assertThat(distance(draws, x -> 1 - Math.exp(-x))).isLessThan(KOLMOGOROV / Math.sqrt(DRAWS));
  }

  /** Normals of the centre and of all tails, other draws between them, and copies to and fro at odd and even places. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("streams")
  void aReaderDrawsTheSameNumbers(String name, RandomStream random) {
    RandomStream plain = random.fork();
    RandomStream reader = RandomStream.reader();
    reader.copyFrom(random);
    for (int i = 0; i < DRAWS; i++) {
      assertThat(reader.gaussian()).isEqualTo(plain.gaussian());
      if (i % 3 == 0) {
        assertThat(reader.nextLong()).isEqualTo(plain.nextLong());
      }
      if (i % 101 == 0) {
        RandomStream back = RandomStreams.of(9).stream("back");
        back.copyFrom(reader);
        assertThat(Snapshots.take(back)).isEqualTo(Snapshots.take(plain));
        assertThat(Snapshots.take(reader)).isEqualTo(Snapshots.take(plain));
        reader.copyFrom(back);
      }
      if (i % 1001 == 0) {
        plain.nextLong();
        Snapshots.copy(plain, reader);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("streams")
  void integersAreEquallyLikely(String name, RandomStream random) {
    int[] counts = new int[97];
    for (int i = 0; i < DRAWS; i++) {
      counts[random.integer(counts.length)]++;
    }
    assertThat(chiSquare(counts, (double) DRAWS / counts.length))
        .isLessThan(critical(counts.length - 1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("streams")
  void successiveBytesAreIndependent(String name, RandomStream random) {
    int[] pairs = new int[256 * 256];
    int before = (int) (random.nextLong() & 255);
    int draws = 50 * pairs.length;
    for (int i = 0; i < draws; i++) {
      int now = (int) (random.nextLong() & 255);
      pairs[256 * before + now]++;
      before = now;
    }
    assertThat(chiSquare(pairs, (double) draws / pairs.length))
        .isLessThan(critical(pairs.length - 1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("neighbours")
  void neighboursAreUncorrelated(String name, RandomStream one, RandomStream two) {
    double[] a = one.doubles(DRAWS).toArray();
    double[] b = two.doubles(DRAWS).toArray();
    for (int lag = 0; lag < 4; lag++) {
      double sum = 0;
      for (int i = lag; i < DRAWS; i++) {
        sum += (a[i] - 0.5) * (b[i - lag] - 0.5);
      }
      assertThat(Math.abs(12 * sum / DRAWS))
          .as("lag %d", lag)
          .isLessThan(CORRELATION / Math.sqrt(DRAWS));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("neighbours")
  void neighboursDifferInHalfTheirBits(String name, RandomStream one, RandomStream two) {
    long bits = 0;
    for (int i = 0; i < DRAWS; i++) {
      bits += Long.bitCount(one.nextLong() ^ two.nextLong());
    }
    double n = 64.0 * DRAWS;
    assertThat((double) bits).isCloseTo(n / 2, within(CORRELATION * Math.sqrt(n) / 2));
  }

  @Test
  void theFirstDrawsOfManySeedsAndLanesAreUniformToo() {
    double[] bySeed =
        IntStream.range(0, DRAWS)
            .mapToDouble(i -> RandomStreams.of(i).stream("a").uniform())
            .toArray();
    double[] byLane =
        IntStream.range(0, DRAWS)
            .mapToDouble(i -> RandomStreams.of(1).stream("a", i).uniform())
            .toArray();
    assertThat(distance(bySeed, u -> u)).isLessThan(KOLMOGOROV / Math.sqrt(DRAWS));
    assertThat(distance(byLane, u -> u)).isLessThan(KOLMOGOROV / Math.sqrt(DRAWS));
    assertThat(Arrays.stream(bySeed).distinct().count()).isEqualTo(DRAWS);
    assertThat(Arrays.stream(byLane).distinct().count()).isEqualTo(DRAWS);
  }

  @Test
  void theInverseNormalAgreesWithAnIndependentOne() {
    NormalDistribution oracle = NormalDistribution.of(0, 1);
    double relativeTolerance = 1e-14;
    for (double p = 0.5; p > 1e-300; p *= 0.83) {
      double expected = oracle.inverseCumulativeProbability(p);
      assertThat(InverseNormal.quantile(p))
          .as("p = %s", p)
          .isCloseTo(expected, within(relativeTolerance * Math.max(1e-2, Math.abs(expected))));
      if (p < 0.49 && p > 1e-3) {
        // Symmetry, up to the rounding of 1 - p.
        assertThat(InverseNormal.quantile(1 - p)).isCloseTo(-expected, within(1e-12));
      }
    }
  }

  @Test
  void aStreamIsFoundByNameNotByOrder() {
    RandomStreams streams = RandomStreams.of(5);
    streams.stream("other").nextLong();
    assertThat(streams.stream("a").nextLong())
        .isEqualTo(RandomStreams.of(5).stream("a").nextLong());
  }

  @Test
  void aSavedStreamGoesOnWithTheSameBits() {
    for (int drawn = 0; drawn < 5; drawn++) {
      RandomStream random = RandomStreams.of(3).stream("a");
      for (int i = 0; i < drawn; i++) {
        random.nextLong();
      }
      RandomStream restored = RandomStreams.of(99).stream("other");
      restored.nextLong();
      Snapshots.copy(random, restored);
      RandomStream fork = random.fork();
      assertThat(Snapshots.take(random)).hasSize(33);
      for (int i = 0; i < 7; i++) {
        long next = random.nextLong();
        assertThat(restored.nextLong()).isEqualTo(next);
        assertThat(fork.nextLong()).isEqualTo(next);
      }
    }
  }

  @Test
  void aBoundMustBePositive() {
    assertThatThrownBy(() -> RandomStreams.of(1).stream("a").integer(0))
        .hasMessage("bound must be > 0, was 0");
  }

  /** Kolmogorov's distance between a sample and a distribution function. */
  private static double distance(double[] sample, DoubleUnaryOperator cdf) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    double largest = 0;
    for (int i = 0; i < sorted.length; i++) {
      double f = cdf.applyAsDouble(sorted[i]);
      largest =
          Math.max(
              largest, Math.max(f - (double) i / sorted.length, (i + 1.0) / sorted.length - f));
    }
    return largest;
  }

  private static double chiSquare(int[] counts, double expected) {
    return Arrays.stream(counts).mapToDouble(c -> (c - expected) * (c - expected) / expected).sum();
  }

  private static double critical(int degrees) {
    return ChiSquaredDistribution.of(degrees).inverseSurvivalProbability(SIGNIFICANCE);
  }
}
