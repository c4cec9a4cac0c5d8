package io.tradinggym.experiments.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.config.SearchConfig;
import io.tradinggym.experiments.search.LearningCurves;
import io.tradinggym.experiments.search.RandomSearch;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HalvingTest {
  private static final String SEARCH =
      """
      search:
        method: hyperband
        trials: 10000
        batch: 1
        least: 1
        space: {any: {real: [0, 1]}}
      """;

  /** Spends so many epochs; regret of the best of those that were trained longest. */
  private static double regret(long seed, long epochs, Map<Long, Long> spent) {
    SearchConfig config = SearchConfig.of(SEARCH, List.of(), "test");
    RandomStream noise = RandomStreams.of(seed).stream("noise");
    RandomSearch random =
        new RandomSearch(LearningCurves.space(), RandomStreams.of(seed).stream("search"));
    Halving hyperband = new Halving(config, random, LearningCurves.EPOCHS, Integer.MAX_VALUE);
    Map<Integer, Long> trained = new TreeMap<>();
    Map<Integer, Long> began = new TreeMap<>();
    long longest = 0;
    double seen = 0;
    double regret = 1;
    long all = 0;
    while (true) {
      Job job = hyperband.ask().getFirst();
      int number = job.candidate().number();
      long cost = job.steps() - trained.getOrDefault(number, 0L);
      all += cost;
      if (all > epochs) {
        return regret;
      }
      trained.put(number, job.steps());
      began.putIfAbsent(number, job.steps());
      spent.merge(began.get(number), cost, Long::sum);
      double noisy =
          LearningCurves.score(job.candidate(), job.steps())
              + LearningCurves.NOISE * noise.gaussian();
      if (job.steps() > longest || (job.steps() == longest && noisy > seen)) {
        longest = job.steps();
        seen = noisy;
        regret = LearningCurves.regret(job.candidate());
      }
      hyperband.tell(List.of(job), List.of(new double[] {noisy}));
    }
  }

  /** The bound is that of textbook Hyperband on these curves, .079; random search alone comes to .126. */
  @Test
  void hyperbandSpendsAsMuchOnEveryBracketAndFindsWhatItShould() {
    double mean = 0;
    Map<Long, Long> spent = new TreeMap<>();
    for (int seed = 0; seed < 300; seed++) {
      mean += regret(seed, 2025, spent) / 300;
    }
    assertThat(spent.keySet()).as("first budgets").containsExactly(1L, 3L, 9L, 27L, 81L);
    long fair = 300 * 2025 / 5;
    assertThat(spent.values())
        .allSatisfy(each -> assertThat(each).isBetween(fair * 9 / 10, fair * 11 / 10));
    assertThat(mean).isBetween(.05, .085);
  }
}
