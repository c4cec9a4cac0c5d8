package io.tradinggym.allocator.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.tradinggym.api.Snapshots;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.io.DataInput;
import java.io.DataOutput;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Looked at every day over four thousand true nulls, the tests reject as rarely as they say. */
class LiveTestsTest {
  private static final int NULLS = 4_000;
  private static final int DAYS = 1_008;
  private static final double ALPHA = .05;

  /** Day of the first rejection by path, {@code DAYS} + 1 if none. */
  private static int[] firstRejections(
      LiveTest test, int paths, ToDoubleFunction<RandomStream> draw) {
    int[] days = new int[paths];
    for (int path = 0; path < paths; path++) {
      RandomStream random = RandomStreams.of(31).stream("days", path);
      test.reset();
      days[path] = 1;
      while (days[path] <= DAYS && !test.update(draw.applyAsDouble(random))) {
        days[path]++;
      }
    }
    return days;
  }

  private static double share(int[] days, int until) {
    int count = 0;
    for (int day : days) {
      count += day <= until ? 1 : 0;
    }
    return (double) count / days.length;
  }

  private static double error(double share, int paths) {
    return 3 * Math.sqrt(share * (1 - share) / paths);
  }

  /** What everybody does: |mean| sqrt(n) above 1.96, from day 20 on. */
  private static final class Peeking implements LiveTest {
    private double sum;
    private int count;

    @Override
    public boolean update(double x) {
      sum += x;
      count++;
      return rejected();
    }

    @Override
    public boolean rejected() {
      return count >= 20 && Math.abs(sum) > 1.96 * Math.sqrt(count);
    }

    @Override
    public long count() {
      return count;
    }

    @Override
    public void reset() {
      sum = 0;
      count = 0;
    }

    @Override
    public void save(DataOutput out) {}

    @Override
    public void restore(DataInput in) {}
  }

  @Test
  void dailyPeekingAtAFixedTestRejectsTrueNulls() {
    int[] days = firstRejections(new Peeking(), NULLS, RandomStream::gaussian);
    assertThat(share(days, 252)).isCloseTo(.31, within(error(.31, NULLS) + .005));
    assertThat(share(days, DAYS)).isCloseTo(.42, within(error(.42, NULLS) + .005));
  }

  @Test
  void mixtureSprtKeepsItsLevelAndHasThePowerThatItSays() {
    MixtureSprt test = new MixtureSprt(ALPHA, 1, .01);
    int[] days = firstRejections(test, NULLS, RandomStream::gaussian);
    assertThat(share(days, 252)).isCloseTo(.006, within(error(.006, NULLS) + .0005));
    assertThat(share(days, DAYS)).isCloseTo(.021, within(error(.021, NULLS) + .0005));
    int[] small = firstRejections(test, 1_000, random -> random.gaussian(.1, 1));
    assertThat(share(small, DAYS)).isCloseTo(.67, within(error(.67, 1_000) + .005));
    int[] larger = firstRejections(test, 1_000, random -> random.gaussian(.2, 1));
    assertThat(share(larger, DAYS)).isGreaterThan(.99);
    assertThat(share(larger, 230)).isCloseTo(.5, within(.06));
    int[] large = firstRejections(test, 1_000, random -> random.gaussian(.3, 1));
    assertThat(share(large, 126)).isCloseTo(.5, within(.06));
  }

  @Test
  void confidenceSequenceKeepsItsLevelWithoutKnowingTheVariance() {
    ConfidenceSequence test = new ConfidenceSequence(ALPHA, 250);
    int[] days = firstRejections(test, NULLS, random -> random.gaussian(0, 7));
    assertThat(share(days, DAYS)).isLessThanOrEqualTo(ALPHA);
    int[] drifting = firstRejections(test, 1_000, random -> random.gaussian(1.4, 7));
    assertThat(share(drifting, DAYS)).isGreaterThan(.95);
  }

  @Test
  void nobodyGetsRichByBettingAgainstATrueNull() {
    BettingTest test = new BettingTest(ALPHA, .5, .4);
    int[] coins = firstRejections(test, NULLS, random -> random.bernoulli(.5) ? 1 : 0);
    assertThat(share(coins, DAYS)).isBetween(.01, ALPHA + error(ALPHA, NULLS) / 3);
    int[] skewed =
        firstRejections(test, NULLS, random -> random.uniform() < .625 ? .2 : 1); // mean .5
    assertThat(share(skewed, DAYS)).isLessThanOrEqualTo(ALPHA + error(ALPHA, NULLS) / 3);
    int[] better = firstRejections(test, 1_000, random -> random.bernoulli(.6) ? 1 : 0);
    assertThat(share(better, DAYS)).isGreaterThan(.95);
  }

  static List<Supplier<LiveTest>> tests() {
    return List.of(
        () -> new MixtureSprt(ALPHA, 1, .01),
        () -> new ConfidenceSequence(ALPHA, 100),
        () -> new BettingTest(ALPHA, .5, .5));
  }

  @ParameterizedTest
  @MethodSource("tests")
  void aRejectionStandsAndASavedTestGoesOn(Supplier<LiveTest> maker) {
    LiveTest test = maker.get();
    LiveTest copy = maker.get();
    for (int i = 0; i < 300; i++) {
      if (i == 150) {
        Snapshots.copy(test, copy);
      }
      boolean rejected = test.update(i < 200 ? .9 : .4);
      if (i >= 150) {
        assertThat(copy.update(i < 200 ? .9 : .4)).isEqualTo(rejected);
        assertThat(copy.count()).isEqualTo(test.count());
      }
    }
    assertThat(test.rejected()).isTrue();
    test.reset();
    assertThat(test.rejected()).isFalse();
    assertThat(test.count()).isZero();
  }

  @ParameterizedTest
  @MethodSource("tests")
  void anUpdateAllocatesNothing(Supplier<LiveTest> maker) {
    ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    LiveTest test = maker.get();
    long least = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 5; attempt++) {
      long before = memory.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 200; i++) {
        test.update(i % 2 * .8);
      }
      least = Math.min(least, memory.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).isZero();
  }
}
