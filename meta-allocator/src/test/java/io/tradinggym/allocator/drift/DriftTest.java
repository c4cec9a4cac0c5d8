package io.tradinggym.allocator.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.Snapshots;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Monitors on streams: false alarms, delays, and what their bookkeeping must equal. */
class DriftTest {
  private static double[] sample(RandomStream random, int size, double mean, double sd) {
    double[] sample = new double[size];
    for (int i = 0; i < size; i++) {
      sample[i] = random.gaussian(mean, sd);
    }
    return sample;
  }

  @Property(tries = 30)
  void theExactPValueIsTheShareOfAllMixtures(
      @ForAll @IntRange(min = 1, max = 6) int n,
      @ForAll @IntRange(min = 1, max = 6) int m,
      @ForAll long seed) {
    RandomStream random = RandomStreams.of(seed).stream("x");
    KolmogorovSmirnov test = new KolmogorovSmirnov();
    double[] pooled = sample(random, n + m, 0, 1);
    double[] x = Arrays.copyOf(pooled, n);
    double[] y = Arrays.copyOfRange(pooled, n, n + m);
    double own = test.statistic(x, y);
    int all = 0;
    int atLeast = 0;
    for (int set = 0; set < 1 << (n + m); set++) {
      if (Integer.bitCount(set) == n) {
        int i = 0;
        int j = 0;
        for (int k = 0; k < n + m; k++) {
          if ((set >> k & 1) == 1) {
            x[i++] = pooled[k];
          } else {
            y[j++] = pooled[k];
          }
        }
        all++;
        atLeast += test.statistic(x, y) >= own - 1e-12 ? 1 : 0;
      }
    }
    assertThat(KolmogorovSmirnov.exceedance(own, n, m))
        .isCloseTo((double) atLeast / all, within(1e-12));
  }

  @Test
  void pValuesAreUniformWithoutDrift() {
    List<TwoSampleTest> tests =
        List.of(
            new PopulationStability(10), new KolmogorovSmirnov(), new MeanDiscrepancy(1, 39, 3));
    int[] below = new int[tests.size()];
    int trials = 400;
    for (int trial = 0; trial < trials; trial++) {
      RandomStream random = RandomStreams.of(41).stream("null", trial);
      double[] reference = sample(random, 150, 0, 1);
      double[] sample = sample(random, 80, 0, 1);
      for (int i = 0; i < below.length; i++) {
        below[i] += tests.get(i).pValue(reference, sample) <= .1 ? 1 : 0;
      }
    }
    for (int i = 0; i < below.length; i++) {
      assertThat((double) below[i] / trials).as("%s", tests.get(i)).isBetween(.05, .15);
    }
  }

  @Test
  void theRuleOfThumbFiresWithoutDrift() {
    PopulationStability test = new PopulationStability(10);
    int fires = 0;
    int quantile = 0;
    for (int trial = 0; trial < 2_000; trial++) {
      RandomStream random = RandomStreams.of(42).stream("null", trial);
      double psi = test.statistic(sample(random, 250, 0, 1), sample(random, 250, 0, 1));
      fires += psi > .1 ? 1 : 0;
      quantile += psi > test.threshold(.05, 250, 250) ? 1 : 0;
    }
    assertThat(fires / 2_000.0).isCloseTo(.19, within(.035));
    assertThat(quantile / 2_000.0).isCloseTo(.05, within(.02));
  }

  @Property(tries = 20)
  void adwinsMomentsAreThoseOfItsWindow(@ForAll long seed) {
    RandomStream random = RandomStreams.of(seed).stream("x");
    Adwin adwin = new Adwin(.002, 32);
    ArrayDeque<Double> window = new ArrayDeque<>();
    for (int t = 0; t < 700; t++) {
      double x = random.gaussian(t < 400 ? 0 : 3, 1);
      window.addLast(x);
      adwin.update(x);
      while (window.size() > adwin.width()) {
        window.removeFirst();
      }
    }
    double mean = window.stream().mapToDouble(v -> v).average().orElseThrow();
    double variance =
        window.stream().mapToDouble(v -> (v - mean) * (v - mean)).average().orElseThrow();
    assertThat(adwin.width()).as("the old part is gone").isLessThan(350);
    assertThat(adwin.mean()).isCloseTo(mean, within(1e-9));
    assertThat(adwin.variance()).isCloseTo(variance, within(1e-6));
  }

  @Test
  void adwinHardlyAlarmsWithoutAndIsSlowWithDrift() {
    Adwin adwin = new Adwin(.002, 32);
    int falseAlarms = 0;
    for (int path = 0; path < 3; path++) {
      RandomStream random = RandomStreams.of(43).stream("null", path);
      adwin.reset();
      for (int t = 0; t < 150_000; t++) {
        falseAlarms += adwin.update(random.gaussian()) ? 1 : 0;
      }
    }
    assertThat(falseAlarms).as("one in a million bars is usual").isLessThanOrEqualTo(2);
    Adwin watchful = new Adwin(.002, 1);
    assertThat(adwinDelay(watchful, 100, 1)).isCloseTo(42, within(.2 * 42));
    assertThat(adwinDelay(watchful, 100, 2)).isCloseTo(12, within(.1 * 12));
    assertThat(adwinDelay(watchful, 250, .5)).isCloseTo(180, within(30.0));
  }

  private static double adwinDelay(Adwin adwin, int change, double shift) {
    double sum = 0;
    int paths = 300;
    for (int path = 0; path < paths; path++) {
      RandomStream random = RandomStreams.of(44).stream("change", path);
      adwin.reset();
      for (int t = 0; t < change; t++) {
        adwin.update(random.gaussian());
      }
      int bars = 1;
      while (!adwin.update(random.gaussian(shift, 1)) && bars < 5_000) {
        bars++;
      }
      sum += bars;
    }
    return sum / paths;
  }

  @Test
  void adwinGoesOnFromASave() {
    RandomStream random = RandomStreams.of(45).stream("x");
    Adwin adwin = new Adwin(.01, 32);
    Adwin copy = new Adwin(.01, 32);
    for (int t = 0; t < 900; t++) {
      double x = random.gaussian(t < 300 ? 0 : t < 600 ? 1 : 2, 1);
      if (t == 500) {
        Snapshots.copy(adwin, copy);
      }
      boolean drops = adwin.update(x);
      if (t >= 500) {
        assertThat(copy.update(x)).isEqualTo(drops);
        assertThat(copy.mean()).isEqualTo(adwin.mean());
      }
    }
  }

  @Test
  void errorRatesRise() {
    int falseAlarms = 0;
    int paths = 2_000;
    for (int path = 0; path < paths; path++) {
      RandomStream random = RandomStreams.of(46).stream("errors", path);
      ErrorRateDrift detector = new ErrorRateDrift();
      boolean alarm = false;
      for (int t = 0; t < 2_000 && !alarm; t++) {
        alarm = detector.update(random.bernoulli(.3)) == ErrorRateDrift.Level.DRIFT;
      }
      falseAlarms += alarm ? 1 : 0;
    }
    assertThat((double) falseAlarms / paths).isCloseTo(.19, within(.03));
    ErrorRateDrift detector = new ErrorRateDrift();
    boolean warned = false;
    for (int t = 0; t < 200; t++) {
      assertThat(detector.update(t % 10 == 0)).isEqualTo(ErrorRateDrift.Level.STABLE);
    }
    ErrorRateDrift copy = new ErrorRateDrift();
    Snapshots.copy(detector, copy);
    ErrorRateDrift.Level level = ErrorRateDrift.Level.STABLE;
    while (level != ErrorRateDrift.Level.DRIFT) {
      warned |= level == ErrorRateDrift.Level.WARNING;
      level = detector.update(true);
      assertThat(copy.update(true)).isEqualTo(level);
    }
    assertThat(warned).as("a warning comes first").isTrue();
    assertThat(detector.rate()).as("starts anew").isZero();
  }

  private static DriftMonitor monitor(RandomStream random) {
    double[][] reference = {sample(random, 250, 0, 1), sample(random, 250, 2, 1)};
    return new DriftMonitor(
        List.of("momentum", "reward"),
        reference,
        60,
        .05,
        List.of(new PopulationStability(8), new KolmogorovSmirnov()));
  }

  @Test
  void theMonitorKeepsItsLevelOverManyWindowsAndNamesWhatDrifts() {
    int paths = 400;
    int falseAlarms = 0;
    for (int path = 0; path < paths; path++) {
      RandomStream random = RandomStreams.of(47).stream("rows", path);
      DriftMonitor monitor = monitor(random);
      boolean alarm = false;
      for (int t = 0; t < 600; t++) {
        alarm |= !monitor.update(new double[] {random.gaussian(), random.gaussian(2, 1)}).isEmpty();
      }
      assertThat(monitor.windows()).isEqualTo(10);
      falseAlarms += alarm ? 1 : 0;
    }
    assertThat((double) falseAlarms / paths).isLessThanOrEqualTo(.05);
    RandomStream random = RandomStreams.of(48).stream("rows");
    DriftMonitor monitor = monitor(random);
    for (int t = 0; t < 59; t++) {
      assertThat(monitor.update(new double[] {random.gaussian(), random.gaussian(.5, 1)}))
          .isEmpty();
    }
    assertThat(monitor.update(new double[] {0, 1}))
        .isNotEmpty()
        .allMatch(alarm -> alarm.column().equals("reward") && alarm.pValue() <= alarm.level());
  }
}
