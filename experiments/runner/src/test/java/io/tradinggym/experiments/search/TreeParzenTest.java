package io.tradinggym.experiments.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.Arrays;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Median regret of 20 searches of 100 candidates, beside that of random search, which is known from elsewhere. */
class TreeParzenTest {
  private static double median(
      Landscape landscape, BiFunction<SearchSpace, RandomStream, Search> kind) {
    double[] regret = new double[20];
    for (int seed = 0; seed < regret.length; seed++) {
      Search search = kind.apply(landscape.space(), RandomStreams.of(seed).stream("search"));
      regret[seed] = landscape.searched(search, 100, 1);
    }
    Arrays.sort(regret);
    return (regret[9] + regret[10]) / 2;
  }

  @Test
  void branin() {
    assertThat(median(Landscape.branin(), RandomSearch::new)).isBetween(.2, .6);
    assertThat(median(Landscape.branin(), TreeParzen::new)).isBetween(0.0, .05);
  }

  @Test
  void hartmann6() {
    assertThat(median(Landscape.hartmann6(), RandomSearch::new)).isBetween(1.0, 1.7);
    assertThat(median(Landscape.hartmann6(), TreeParzen::new)).isBetween(0.0, .3);
  }

  @Test
  void mixedKinds() {
    assertThat(median(Landscape.mixed7(), RandomSearch::new)).isBetween(.15, .27);
    assertThat(median(Landscape.mixed7(), TreeParzen::new)).isBetween(0.0, .05);
  }

  @Test
  void failedTrialsCountAsTheWorst() {
    SearchSpace space = new SearchSpace().real("x", 0, 1);
    TreeParzen search = new TreeParzen(space, RandomStreams.of(1).stream("search"));
    int failures = 0;
    for (int i = 0; i < 100; i++) {
      Candidate candidate = search.ask(1).getFirst();
      boolean fails = candidate.number("x") > .5;
      failures += fails && i >= 50 ? 1 : 0;
      search.tell(candidate, fails ? Double.NaN : candidate.number("x"));
    }
    assertThat(failures).isLessThan(25);
  }

  @Test
  void numbersCountOnThroughRounds() {
    TreeParzen search =
        new TreeParzen(Landscape.branin().space(), RandomStreams.of(1).stream("search"));
    assertThat(search.ask(3)).extracting(Candidate::number).containsExactly(0, 1, 2);
    assertThat(search.ask(2)).extracting(Candidate::number).containsExactly(3, 4);
    Candidate candidate = search.ask(1).getFirst();
    assertThatThrownBy(() -> search.tell(candidate, 1, 2)).hasMessageContaining("were 2");
  }
}
