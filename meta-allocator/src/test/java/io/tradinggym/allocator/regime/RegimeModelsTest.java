package io.tradinggym.allocator.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Each model against a second, plain computation. */
class RegimeModelsTest {
  private static double density(double x, double mean, double variance) {
    return Math.exp(-(x - mean) * (x - mean) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
  }

  @Property(tries = 30)
  void theFilterIsTheSumOverAllPaths(@ForAll long seed) {
    RandomStream random = RandomStreams.of(seed).stream("x");
    double[] mean = {.3, -.4, 0};
    double[] sd = {.8, 1.5, 2.5};
    double[] initial = {.5, .3, .2};
    double[][] move = {{.9, .06, .04}, {.1, .8, .1}, {.2, .1, .7}};
    HmmFilter filter =
        new HmmFilter(new HiddenMarkovModel(initial, move, GaussianStates.of(mean, sd)));
    int bars = 6;
    double[] x = new double[bars];
    for (int t = 0; t < bars; t++) {
      x[t] = random.gaussian();
      filter.update(new double[] {x[t]});
    }
    double[] sums = new double[3];
    for (int code = 0; code < 729; code++) {
      double chance = 1;
      int before = -1;
      int rest = code;
      for (int t = 0; t < bars; t++) {
        int state = rest % 3;
        rest /= 3;
        chance *= before < 0 ? initial[state] : move[before][state];
        chance *= density(x[t], mean[state], sd[state] * sd[state]);
        before = state;
      }
      sums[before] += chance;
    }
    double total = sums[0] + sums[1] + sums[2];
    for (int k = 0; k < 3; k++) {
      assertThat(filter.probability(k)).isCloseTo(sums[k] / total, within(1e-12));
    }
    assertThat(filter.logLikelihood()).isCloseTo(Math.log(total), within(1e-10));
  }

  @Property(tries = 30)
  void runLengthsAreTheSumOverAllSegmentations(@ForAll long seed) {
    RandomStream random = RandomStreams.of(seed).stream("x");
    double hazard = .1;
    double prior = 3;
    double noise = .5;
    Bocpd detector =
        Bocpd.builder()
            .hazard(hazard)
            .prior(.2, prior)
            .noiseVariance(noise)
            .alarm(2, .5)
            .longest(40)
            .build();
    int bars = 8;
    double[] x = new double[bars];
    for (int t = 0; t < bars; t++) {
      x[t] = random.gaussian(t < 4 ? 0 : 2, 1);
      detector.update(x[t]);
    }
    // Bit t set: the run ends with number t.
    double[] sums = new double[bars + 1];
    for (int ends = 0; ends < 1 << bars; ends++) {
      double chance = 1;
      int start = 0;
      for (int t = 0; t < bars; t++) {
        chance *= predictive(x, start, t, prior, noise);
        boolean last = (ends >> t & 1) == 1;
        chance *= last ? hazard : 1 - hazard;
        start = last ? t + 1 : start;
      }
      sums[bars - start] += chance;
    }
    double total = 0;
    for (double sum : sums) {
      total += sum;
    }
    int likeliest = 0;
    for (int r = 0; r <= bars; r++) {
      assertThat(detector.chance(r)).as("run of %d", r).isCloseTo(sums[r] / total, within(1e-12));
      likeliest = sums[r] > sums[likeliest] ? r : likeliest;
    }
    assertThat(detector.likeliest()).isEqualTo(likeliest);
    assertThat(detector.atMost(2)).isCloseTo((sums[0] + sums[1] + sums[2]) / total, within(1e-12));
  }

  private static double predictive(double[] x, int start, int t, double prior, double noise) {
    double precision = 1 / prior;
    double weighted = .2 / prior;
    for (int i = start; i < t; i++) {
      precision += 1 / noise;
      weighted += x[i] / noise;
    }
    return density(x[t], weighted / precision, 1 / precision + noise);
  }

  @Test
  void runsLongerThanTheLongestKeptAreOneEntry() {
    Bocpd few = Bocpd.builder().longest(40).build();
    Bocpd many = Bocpd.builder().longest(400).build();
    RandomStream random = RandomStreams.of(3).stream("x");
    for (int t = 0; t < 300; t++) {
      double x = random.gaussian(t < 200 ? 0 : 1.5, 1);
      few.update(x);
      many.update(x);
      assertThat(few.statistic()).isCloseTo(many.statistic(), within(.1));
    }
    assertThat(many.statistic()).isLessThan(.1);
  }

  private static double[] switching(int bars, double mean0, double mean1, double sd1) {
    RandomStream random = RandomStreams.of(8).stream("x");
    double[] x = new double[bars];
    int state = 0;
    for (int t = 0; t < bars; t++) {
      state = random.bernoulli(state == 0 ? .02 : .05) ? 1 - state : state;
      x[t] = state == 0 ? random.gaussian(mean0, 1) : random.gaussian(mean1, sd1);
    }
    return x;
  }

  @Test
  void theLawIsFoundAgainWhetherStatesDifferInVolatilityOrInMean() {
    BaumWelch fitter = new BaumWelch(2, 1, 300, 1e-8);
    HiddenMarkovModel wild = fitter.fit(switching(20_000, 0, 0, 2.5), 20_000);
    int calm = wild.emission().sd()[0][0] < wild.emission().sd()[1][0] ? 0 : 1;
    assertThat(wild.emission().sd()[calm][0]).isCloseTo(1, within(.03));
    assertThat(wild.emission().sd()[1 - calm][0]).isCloseTo(2.5, within(.1));
    assertThat(wild.transition()[calm][1 - calm]).isCloseTo(.02, within(.005));
    assertThat(wild.transition()[1 - calm][calm]).isCloseTo(.05, within(.012));
    HiddenMarkovModel shifted = fitter.fit(switching(20_000, 0, 3, 1), 20_000);
    double[][] mean = shifted.emission().mean();
    assertThat(Math.min(mean[0][0], mean[1][0])).isCloseTo(0, within(.05));
    assertThat(Math.max(mean[0][0], mean[1][0])).isCloseTo(3, within(.08));
  }

  @Test
  void everyPassRaisesTheLikelihood() {
    double[] x = switching(500, 0, .5, 2);
    double before = Double.NEGATIVE_INFINITY;
    HiddenMarkovModel model =
        HiddenMarkovModel.ofTwo(
            .1, .1, GaussianStates.of(new double[] {0, 0}, new double[] {.8, 1.4}));
    for (int pass = 0; pass < 30; pass++) {
      HmmFilter filter = new HmmFilter(model);
      for (double each : x) {
        filter.update(new double[] {each});
      }
      assertThat(filter.logLikelihood()).isGreaterThanOrEqualTo(before - 1e-9);
      before = filter.logLikelihood();
      model = new BaumWelch(2, 1, 1, 1e-12).fit(model, x, x.length);
    }
  }

  @Test
  void statesKeepTheirNumbersFromFitToFit() {
    GaussianStates before = GaussianStates.of(new double[] {0, 0, -1}, new double[] {1, 2, 4});
    GaussianStates after =
        GaussianStates.of(new double[] {-.9, .1, 0}, new double[] {3.8, 1.1, 2.2});
    assertThat(Labels.match(before, after)).containsExactly(1, 2, 0);
    assertThat(Labels.byVolatility(after)).containsExactly(1, 2, 0);
    assertThat(Labels.byMean(after)).containsExactly(0, 2, 1);
  }

  @Test
  void refitsComeWhenTheScheduleSaysAndForgetWhatIsOld() {
    RefittedHmm model = new RefittedHmm(2, 1, new RefitSchedule(100, 50, 120));
    double[] x = switching(260, 0, 0, 3);
    for (int t = 0; t < x.length; t++) {
      model.update(new double[] {x[t]});
      assertThat(model.refits()).isEqualTo(t < 100 ? 0 : 1 + (t - 100) / 50);
    }
    RefittedHmm younger = new RefittedHmm(2, 1, new RefitSchedule(120, 1_000, 120));
    for (int t = 80; t < 201; t++) {
      younger.update(new double[] {x[t]});
    }
    assertThat(younger.model().orElseThrow().emission().sd()[0][0]).isPositive();
  }

  @Test
  void thresholdsHoldAndDwell() {
    ThresholdRegime vix = ThresholdRegime.vix(2, 3);
    double[] levels = {14, 16, 26, 26, 26, 24, 24, 22, 22, 12, 12, 12, 40};
    int[] states = {0, 1, 1, 1, 2, 2, 2, 1, 1, 1, 0, 0, 0};
    for (int i = 0; i < levels.length; i++) {
      vix.update(levels[i]);
      assertThat(vix.state()).as("bar %d at %s", i, levels[i]).isEqualTo(states[i]);
    }
    vix.update(40);
    assertThat(vix.state()).as("straight to crisis").isEqualTo(3);
    assertThatThrownBy(() -> new ThresholdRegime(new double[] {1}, new double[] {2}, 1))
        .hasMessageContaining("at or below those to enter");
  }

  @Test
  void settingsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> GaussianStates.of(new double[] {0, 0}, new double[] {1, 0}))
        .hasMessageContaining("state 1")
        .hasMessageContaining("0.0");
    assertThatThrownBy(
            () ->
                new HiddenMarkovModel(
                    new double[] {.5, .5},
                    new double[][] {{.9, .2}, {.5, .5}},
                    GaussianStates.of(new double[] {0, 0}, new double[] {1, 2})))
        .hasMessageContaining("row 0");
    assertThatThrownBy(() -> new RefittedHmm(2, 1, new RefitSchedule(5, 1, 10)))
        .hasMessageContaining("first must be >= 20");
    assertThatThrownBy(() -> new BaumWelch(2, 1, 5, 1e-6).fit(new double[50], 50))
        .hasMessageContaining("does not vary");
  }
}
