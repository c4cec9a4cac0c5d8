package io.tradinggym.experiments.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.config.SearchConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A training whose best setting falls as it goes on: each step takes x to x (1 - h) + h^2, so a large h is fast and
 * ends at h. With h fixed, x after n steps is h + (x_0 - h)(1 - h)^n in closed form.
 */
class PopulationTest {
  private static final int MEMBERS = 10;
  private static final int GENERATIONS = 20;
  private static final double START = 10;

  private static SearchConfig config(double high) {
    return SearchConfig.of(
        """
        search:
          method: pbt
          trials: %d
          least: 1
          space: {h: {log: [0.01, %s]}, shape: {choice: [a, b]}}
        """
            .formatted(MEMBERS, high),
        List.of(),
        "test");
  }

  /** Trains by the rule, and returns the least x of the last generation. */
  private static double best(long seed) {
    Population search =
        new Population(config(0.99), GENERATIONS, RandomStreams.of(seed).stream("search"));
    Map<String, Double> policies = new HashMap<>();
    double best = Double.NaN;
    for (List<Job> jobs = search.ask(); !jobs.isEmpty(); jobs = search.ask()) {
      List<double[]> scores = new ArrayList<>();
      for (Job job : jobs) {
        double x = policies.getOrDefault(job.order().from(), START);
        double h = job.candidate().number("h");
        x = x * (1 - h) + h * h;
        policies.put(job.order().name(), x);
        scores.add(new double[] {-x});
      }
      best = -scores.stream().mapToDouble(score -> score[0]).max().orElseThrow();
      search.tell(jobs, scores);
    }
    return best;
  }

  @Test
  void aCourseOfSettingsBeatsTheBestThatStaysWhatItIs() {
    double fixed =
        DoubleStream.iterate(0.001, h -> h < 1, h -> h + 0.001)
            .map(h -> h + (START - h) * Math.pow(1 - h, GENERATIONS))
            .min()
            .orElseThrow();
    double[] found = IntStream.range(0, 21).mapToDouble(PopulationTest::best).sorted().toArray();
    assertThat(fixed).isBetween(0.27, 0.29);
    assertThat(found[10]).as("median of %s", Arrays.toString(found)).isLessThan(0.7 * fixed);
  }

  /** Failures are left for others' policies, also where more fail than are exchanged. */
  @Test
  void whoFailsGoesOnAsSomebodyElse() {
    Population search = new Population(config(0.5), 2, RandomStreams.of(1).stream("search"));
    List<Job> first = search.ask();
    List<double[]> scores = new ArrayList<>();
    for (int i = 0; i < MEMBERS; i++) {
      scores.add(new double[] {i < 7 ? Double.NaN : i});
    }
    search.tell(first, scores);
    List<Job> second = search.ask();
    assertThat(second.subList(0, 7))
        .allMatch(job -> List.of("trial-9-0", "trial-8-0").contains(job.order().from()));
    assertThat(second.get(7).order().from()).isEqualTo("trial-7-0");
    assertThat(second.get(8).order().values()).isEqualTo(first.get(8).order().values());
    assertThat(second).allMatch(Job::last);
    search.tell(second, scores);
    assertThat(search.ask()).isEmpty();
  }
}
