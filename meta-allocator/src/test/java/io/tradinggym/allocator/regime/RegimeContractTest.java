package io.tradinggym.allocator.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.tradinggym.api.Snapshots;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every model and every detector promises. */
class RegimeContractTest {
  private static final int BARS = 260;
  private static final GaussianStates SEEN =
      GaussianStates.of(new double[] {.1, -.2}, new double[] {1, 2});

  static List<Supplier<RegimeModel>> models() {
    RefitSchedule schedule = new RefitSchedule(60, 25, 150);
    return List.of(
        () -> new HmmFilter(HiddenMarkovModel.ofTwo(.02, .05, SEEN)),
        () -> new OnlineJumpModel(SEEN, 2.5),
        () -> new ThresholdRegime(new double[] {.5, 1.5}, new double[] {.3, 1}, 3),
        () -> new RefittedHmm(2, 1, schedule),
        () -> new RefittedHmm(3, 1, schedule),
        () -> new RefittedJump(2, 1, 3, schedule),
        () -> new RunLengthRegime(.02, 20),
        () -> new VolatilityRegime(15, 3),
        () -> new MixtureRegime(2, schedule),
        () -> new ClusterRegime(3, 1, schedule, 9));
  }

  static List<Supplier<ChangeDetector>> detectors() {
    return List.of(
        () -> new Cusum(.5, 3),
        () -> new VarianceCusum(2, 3),
        () -> new ShiryaevRoberts(1, 50),
        () -> new EwmaChart(.1, 2),
        () -> new PageHinkley(.1, 3),
        () -> Bocpd.builder().longest(60).build());
  }

  private static double[] path(long seed) {
    RandomStream random = RandomStreams.of(seed).stream("x");
    double[] x = new double[BARS];
    for (int t = 0; t < BARS; t++) {
      x[t] = random.gaussian(0, t / 40 % 2 == 0 ? 1 : 2);
    }
    return x;
  }

  /** Chances and state after each of the first bars. */
  private static double[][] run(RegimeModel model, double[] x, int from, int to) {
    double[][] out = new double[to - from][model.states() + 1];
    for (int t = from; t < to; t++) {
      model.update(new double[] {x[t]});
      model.probabilities(out[t - from]);
      out[t - from][model.states()] = model.state();
    }
    return out;
  }

  @ParameterizedTest
  @MethodSource("models")
  void theOutputOfAPrefixIsAPrefixOfTheOutput(Supplier<RegimeModel> maker) {
    double[] x = path(1);
    double[][] whole = run(maker.get(), x, 0, BARS);
    for (int length : new int[] {1, 59, 60, 61, 86, 151, 200}) {
      double[] other = Arrays.copyOf(x, BARS);
      for (int t = length; t < BARS; t++) {
        other[t] = 100 + t; // another future
      }
      double[][] prefix = Arrays.copyOf(run(maker.get(), other, 0, BARS), length);
      assertThat(prefix).isDeepEqualTo(Arrays.copyOf(whole, length));
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void chancesAreALaw(Supplier<RegimeModel> maker) {
    RegimeModel model = maker.get();
    for (double[] row : run(model, path(2), 0, BARS)) {
      double[] chances = Arrays.copyOf(row, model.states());
      assertThat(Arrays.stream(chances).sum()).isCloseTo(1, within(1e-12));
      assertThat(Arrays.stream(chances).min().orElseThrow()).isNotNegative();
      assertThat(row[model.states()]).isBetween(0.0, model.states() - 1.0);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void aSavedModelGoesOnToTheSameBitsAndAResetOneStartsAnew(Supplier<RegimeModel> maker) {
    double[] x = path(3);
    RegimeModel model = maker.get();
    double[][] start = run(model, x, 0, 100);
    RegimeModel copy = maker.get();
    run(copy, path(4), 0, 130); // must be forgotten
    Snapshots.copy(model, copy);
    double[][] rest = run(model, x, 100, BARS);
    assertThat(run(copy, x, 100, BARS)).isDeepEqualTo(rest);
    model.reset();
    assertThat(run(model, x, 0, 100)).isDeepEqualTo(start);
  }

  @ParameterizedTest
  @MethodSource("models")
  void whatIsNoNumberIsRefusedAndChangesNothing(Supplier<RegimeModel> maker) {
    double[] x = path(5);
    RegimeModel model = maker.get();
    run(model, x, 0, 70);
    assertThatThrownBy(() -> model.update(new double[] {Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN");
    RegimeModel twin = maker.get();
    run(twin, x, 0, 70);
    assertThat(run(model, x, 70, 120)).isDeepEqualTo(run(twin, x, 70, 120));
  }

  @ParameterizedTest
  @MethodSource("detectors")
  void detectorsGoOnFromASaveAndSeeNoFuture(Supplier<ChangeDetector> maker) {
    double[] x = path(6);
    ChangeDetector detector = maker.get();
    ChangeDetector copy = maker.get();
    double[] statistics = new double[BARS];
    for (int t = 0; t < BARS; t++) {
      if (t == 90) {
        Snapshots.copy(detector, copy);
      }
      boolean alarm = detector.update(x[t]);
      statistics[t] = detector.statistic();
      assertThat(alarm).isEqualTo(statistics[t] > detector.threshold());
      if (t >= 90) {
        copy.update(x[t]);
        assertThat(copy.statistic()).isEqualTo(statistics[t]);
      }
    }
    detector.reset();
    for (int t = 0; t < 50; t++) {
      detector.update(x[t]);
      assertThat(detector.statistic()).isEqualTo(statistics[t]);
    }
    assertThatThrownBy(() -> detector.update(Double.POSITIVE_INFINITY))
        .hasMessageContaining("finite");
    assertThat(detector.statistic()).isEqualTo(statistics[49]);
  }

  @ParameterizedTest
  @MethodSource("detectors")
  void anUpdateAllocatesNothing(Supplier<ChangeDetector> maker) {
    ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    ChangeDetector detector = maker.get();
    double[] x = path(7);
    long least = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 5; attempt++) {
      long before = memory.getCurrentThreadAllocatedBytes();
      for (double each : x) {
        detector.update(each);
      }
      least = Math.min(least, memory.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).isZero();
  }
}
