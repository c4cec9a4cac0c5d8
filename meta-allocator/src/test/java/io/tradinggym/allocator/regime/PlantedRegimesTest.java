package io.tradinggym.allocator.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Calm and wild days of standard deviation 1 and 2 that last 60 and 20 on average: how well each model tells them, to
 * the figures of an independent program. Above .86 somebody would have looked ahead.
 */
class PlantedRegimesTest {
  private static final int PATHS = Integer.getInteger("tradinggym.paths", 400);
  private static final int BARS = 1_008;
  private static final double LEAK = .86;
  private static final GaussianStates SEEN =
      GaussianStates.of(new double[] {0, 0}, new double[] {1, 2});
  private static final HiddenMarkovModel LAW = HiddenMarkovModel.ofTwo(1 / 60.0, 1 / 20.0, SEEN);

  private record Score(double balanced, double switchesAYear, double barsToNotice, double missed) {
    void assertIs(double accuracy, double switches, double bars, double share) {
      assertThat(balanced).as("balanced accuracy").isCloseTo(accuracy, within(.006));
      assertThat(balanced).as("no leak").isLessThan(LEAK);
      assertThat(switchesAYear).as("switches a year").isCloseTo(switches, within(.05 * switches));
      assertThat(barsToNotice).as("bars to notice").isCloseTo(bars, within(.15));
      assertThat(missed).as("entries missed").isCloseTo(share, within(.017));
    }
  }

  /** One path: true states and what is seen. */
  private static final class Path {
    final int[] state = new int[BARS];
    final double[] x = new double[BARS];

    Path(int number) {
      RandomStream random = RandomStreams.of(21).stream("regimes", number);
      for (int t = 0; t < BARS; t++) {
        boolean moves =
            t == 0
                ? random.bernoulli(.25)
                : random.bernoulli(state[t - 1] == 0 ? 1 / 60.0 : 1 / 20.0);
        state[t] = t == 0 ? (moves ? 1 : 0) : moves ? 1 - state[t - 1] : state[t - 1];
        x[t] = random.gaussian(0, state[t] == 0 ? 1 : 2);
      }
    }
  }

  /** Says at each bar of a path whether it is wild. */
  private interface Judge {
    void judge(double[] x, boolean[] wild);
  }

  private static Score score(int from, int paths, Judge judge) {
    long[] bars = new long[2];
    long[] right = new long[2];
    long switches = 0;
    long entries = 0;
    long noticed = 0;
    long delay = 0;
    boolean[] wild = new boolean[BARS];
    for (int number = 0; number < paths; number++) {
      Path path = new Path(number);
      judge.judge(path.x, wild);
      int open = -1;
      for (int t = from; t < BARS; t++) {
        int state = path.state[t];
        bars[state]++;
        right[state] += wild[t] == (state == 1) ? 1 : 0;
        switches += t > from && wild[t] != wild[t - 1] ? 1 : 0;
        if (t > from && state == 1 && path.state[t - 1] == 0) {
          entries++;
          open = t;
        }
        open = state == 0 ? -1 : open;
        if (open >= 0 && wild[t]) {
          noticed++;
          delay += t - open + 1;
          open = -1;
        }
      }
    }
    return new Score(
        ((double) right[0] / bars[0] + (double) right[1] / bars[1]) / 2,
        252.0 * switches / paths / (BARS - 1 - from),
        (double) delay / noticed,
        1 - (double) noticed / entries);
  }

  private static Judge model(RegimeModel model) {
    return (x, wild) -> {
      model.reset();
      double[] bar = new double[1];
      for (int t = 0; t < x.length; t++) {
        bar[0] = x[t];
        model.update(bar);
        wild[t] = model.state() == 1;
      }
    };
  }

  private static Judge chanceAbove(double level) {
    HmmFilter filter = new HmmFilter(LAW);
    return (x, wild) -> {
      filter.reset();
      double[] bar = new double[1];
      for (int t = 0; t < x.length; t++) {
        bar[0] = x[t];
        filter.update(bar);
        wild[t] = filter.probability(1) > level;
      }
    };
  }

  @Test
  void filteredHiddenMarkovModel() {
    score(0, PATHS, model(new HmmFilter(LAW))).assertIs(.830, 12.3, 4.3, .17);
    score(0, PATHS, chanceAbove(.25)).assertIs(.853, 14.4, 3.3, .13);
  }

  @Test
  void hysteresisOfTheFilteredChance() {
    HmmFilter filter = new HmmFilter(LAW);
    ThresholdRegime rule = new ThresholdRegime(new double[] {.7}, new double[] {.3}, 1);
    score(
            0,
            PATHS,
            (x, wild) -> {
              filter.reset();
              rule.reset();
              double[] bar = new double[1];
              for (int t = 0; t < x.length; t++) {
                bar[0] = x[t];
                filter.update(bar);
                rule.update(filter.probability(1));
                wild[t] = rule.state() == 1;
              }
            })
        .assertIs(.834, 6.5, 5.0, .21);
  }

  private static Judge volatility(int window, double enter, double leave) {
    ThresholdRegime rule = new ThresholdRegime(new double[] {enter}, new double[] {leave}, 1);
    return (x, wild) -> {
      rule.reset();
      for (int t = 0; t < x.length; t++) {
        double squares = 0;
        int count = Math.min(window, t + 1);
        for (int i = 0; i < count; i++) {
          squares += x[t - i] * x[t - i];
        }
        rule.update(Math.sqrt(squares / count));
        wild[t] = rule.state() == 1;
      }
    };
  }

  @Test
  void thresholdsOfVolatility() {
    score(0, PATHS, volatility(10, 1.4, 1.4)).assertIs(.833, 10.9, 4.2, .17);
    score(0, PATHS, volatility(20, 1.4, 1.4)).assertIs(.790, 6.1, 5.9, .25);
    score(0, PATHS, volatility(10, 1.55, 1.25)).assertIs(.822, 6.0, 5.3, .22);
  }

  @Test
  void onlineJumpModels() {
    score(0, PATHS, model(new OnlineJumpModel(SEEN, 2))).assertIs(.846, 14, 3.5, .14);
    score(0, PATHS, model(new OnlineJumpModel(SEEN, 3))).assertIs(.843, 9.3, 4.2, .17);
    score(0, PATHS, model(new OnlineJumpModel(SEEN, 4))).assertIs(.825, 7.5, 4.8, .20);
  }

  @Test
  void modelsThatLearnTheLawOnTheWayComeCloseAndNoneAhead() {
    RefitSchedule schedule = new RefitSchedule(504, 126, BARS);
    Score known = score(504, 40, model(new HmmFilter(LAW)));
    Score learned = score(504, 40, model(new RefittedHmm(2, 1, schedule)));
    assertThat(learned.balanced).isBetween(known.balanced - .05, LEAK);
    Score mixture = score(504, 40, model(new MixtureRegime(2, schedule)));
    assertThat(mixture.balanced).as("without memory").isBetween(.55, .70);
    assertThat(mixture.switchesAYear).isGreaterThan(25);
    Score clusters =
        score(
            504,
            40,
            (x, wild) -> {
              ClusterRegime model = new ClusterRegime(2, 1, schedule, 5);
              double[] bar = new double[1];
              for (int t = 0; t < x.length; t++) {
                double squares = Arrays.stream(x, Math.max(0, t - 9), t + 1).map(v -> v * v).sum();
                bar[0] = Math.log(squares / Math.min(10, t + 1));
                model.update(bar);
                wild[t] = model.state() == 1;
              }
            });
    assertThat(clusters.balanced).isBetween(.75, LEAK);
  }
}
