package io.tradinggym.experiments.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.api.random.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParetoSearchTest {
  @Test
  void oneObjectiveOfSixDimensionsInTwoHundredTrials() {
    double[] regret = new double[20];
    Landscape hartmann = Landscape.hartmann6();
    for (int seed = 0; seed < regret.length; seed++) {
      ParetoSearch search =
          new ParetoSearch(hartmann.space(), 1, RandomStreams.of(seed).stream("search"));
      regret[seed] = hartmann.searched(search, 200, 20);
    }
    Arrays.sort(regret);
    assertThat((regret[9] + regret[10]) / 2).isBetween(0.0, 0.45);
  }

  /** Two bowls, a quarter apart on one axis: what is best for neither lies off the line between them. */
  @Test
  void theFrontLiesOnTheLineBetweenTheOptima() {
    SearchSpace space = new SearchSpace().real("x", 0, 1).real("y", 0, 1);
    ParetoSearch search = new ParetoSearch(space, 2, RandomStreams.of(1).stream("search"));
    for (int generation = 0; generation < 15; generation++) {
      for (Candidate c : search.ask(ParetoSearch.POPULATION)) {
        double x = c.number("x");
        double y = c.number("y") - .5;
        search.tell(c, -(x - .25) * (x - .25) - y * y, -(x - .75) * (x - .75) - y * y);
      }
    }
    List<ParetoSearch.Scored> front = search.front();
    assertThat(front).hasSizeGreaterThan(20);
    assertThat(front)
        .allSatisfy(
            one -> {
              assertThat(one.candidate().number("x")).isBetween(.2, .8);
              assertThat(one.candidate().number("y")).isBetween(.4, .6);
            });
    assertThat(front.stream().mapToDouble(one -> one.candidate().number("x")).min().orElseThrow())
        .isLessThan(.32);
    assertThat(front.stream().mapToDouble(one -> one.candidate().number("x")).max().orElseThrow())
        .isGreaterThan(.68);
  }

  @Test
  void aGenerationIsToldBeforeTheNextOneIsAsked() {
    SearchSpace space = new SearchSpace().real("x", 0, 1);
    ParetoSearch search = new ParetoSearch(space, 1, RandomStreams.of(1).stream("search"));
    List<Candidate> most = search.ask(15);
    assertThat(search.ask(15)).as("what is left of the generation").hasSize(5);
    assertThatThrownBy(() -> search.ask(1))
        .hasMessage("20 candidates of generation 1 must be told before more are asked");
    assertThatThrownBy(() -> search.tell(most.getFirst(), 1, 2)).hasMessageContaining("were 2");
  }

  @Test
  void failuresDieOutAndAreNotInTheFront() {
    SearchSpace space = new SearchSpace().real("x", 0, 1);
    ParetoSearch search = new ParetoSearch(space, 1, RandomStreams.of(2).stream("search"));
    int failures = 0;
    for (int generation = 0; generation < 10; generation++) {
      failures = 0;
      for (Candidate c : search.ask(ParetoSearch.POPULATION)) {
        boolean fails = c.number("x") > .5;
        failures += fails ? 1 : 0;
        search.tell(c, fails ? Double.NaN : c.number("x"));
      }
    }
    assertThat(failures).isLessThan(14);
    assertThat(search.front().getFirst().candidate().number("x")).isBetween(.45, .5);
  }

  /** Neighbours are told apart by shares of the scale; trials that failed are no end of it. */
  @Test
  void theUnitOfAnObjectiveDecidesNothing() {
    assertThat(course(1)).isEqualTo(course(1024));
  }

  /** Three objectives that contradict each other, one of them in another unit; a quarter of the trials fails. */
  private static List<Double> course(double unit) {
    SearchSpace space = new SearchSpace().real("x", 0, 1).real("y", 0, 1);
    ParetoSearch search = new ParetoSearch(space, 3, RandomStreams.of(3).stream("search"));
    List<Double> course = new ArrayList<>();
    for (int generation = 0; generation < 8; generation++) {
      for (Candidate c : search.ask(ParetoSearch.POPULATION)) {
        double x = c.number("x");
        double y = c.number("y");
        course.add(x);
        course.add(y);
        boolean fails = y > .75;
        search.tell(c, fails ? Double.NaN : unit * x, y, -x - y * y);
      }
    }
    return course;
  }

  @Test
  void theSameSeedTakesTheSameCourse() {
    for (int repeat = 0; repeat < 2; repeat++) {
      ParetoSearch one =
          new ParetoSearch(Landscape.branin().space(), 1, RandomStreams.of(4).stream("s"));
      ParetoSearch two =
          new ParetoSearch(Landscape.branin().space(), 1, RandomStreams.of(4).stream("s"));
      assertThat(Landscape.branin().searched(one, 100, 20))
          .isEqualTo(Landscape.branin().searched(two, 100, 20));
    }
  }
}
