package io.tradinggym.experiments.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConstraintTest {
  private static final SearchSpace SPACE =
      new SearchSpace()
          .integer("fast", 2, 60)
          .integer("slow", 10, 100)
          .choice("kind", "a", "b")
          .real("only", 0, 1)
          .when("kind", "a")
          .where(Constraint.of("2 * fast < slow"))
          .where(Constraint.of("only >= 0.5"));

  @Test
  void readsNumbersNamesAndMultiples() {
    Map<String, Double> values = Map.of("a.b", 2.0, "drawdown", -0.25);
    assertThat(Constraint.of("3 * a.b <= 6").broken(values::get)).isZero();
    assertThat(Constraint.of("3*a.b<6").broken(values::get)).isPositive();
    assertThat(Constraint.of("drawdown >= -0.2").broken(values::get))
        .isCloseTo(0.05, within(1e-12));
    assertThat(Constraint.of("1e3 > a.b").broken(values::get)).isZero();
    assertThat(Constraint.of("a.b > 0").broken(name -> Double.NaN)).isPositive();
    assertThatThrownBy(() -> Constraint.of("a = b")).hasMessageContaining("rule.fast < rule.slow");
    assertThatThrownBy(() -> Constraint.of("a < 1..2")).hasMessageContaining("was \"a < 1..2\"");
  }

  private static void keeps(Search search) {
    for (int round = 0; round < 20; round++) {
      List<Candidate> asked = search.ask(ParetoSearch.POPULATION);
      for (Candidate candidate : asked) {
        assertThat(2 * candidate.number("fast")).isLessThan(candidate.number("slow"));
        if ("a".equals(candidate.values().get("kind"))) {
          assertThat(candidate.number("only")).isGreaterThanOrEqualTo(0.5);
        }
        search.tell(candidate, candidate.number("fast") - candidate.number("slow") / 4);
      }
    }
  }

  @Test
  void noSearchTriesWhatIsExcluded() {
    RandomStream random = RandomStreams.of(3).stream("search");
    keeps(new RandomSearch(SPACE, random));
    keeps(new TreeParzen(SPACE, random));
    keeps(new ParetoSearch(SPACE, 1, random));
    Explorer explorer = new Explorer(SPACE, random);
    Candidate at = explorer.draw(0);
    for (int i = 0; i < 200; i++) {
      at = explorer.near(0, at);
      assertThat(2 * at.number("fast")).isLessThan(at.number("slow"));
    }
  }

  @Test
  void whatCannotHoldIsToldAndWhatIsNoNumberIsRefused() {
    SearchSpace empty = SPACE.where(Constraint.of("fast > slow"));
    assertThatThrownBy(() -> new RandomSearch(empty, RandomStreams.of(1).stream("x")).ask(1))
        .hasMessageContaining("constraints leave nothing to choose");
    assertThatThrownBy(() -> SPACE.where(Constraint.of("kind < 3")))
        .hasMessageContaining("speaks of kind, no number of the space");
  }

  /** What a candidate's values say is the candidate. */
  @Test
  void candidatesComeBackFromTheirValues() {
    Search search = new RandomSearch(SPACE, RandomStreams.of(5).stream("search"));
    for (Candidate candidate : search.ask(100)) {
      assertThat(SPACE.candidate(-1, candidate.values()).orElseThrow().values())
          .isEqualTo(candidate.values());
    }
    assertThat(SPACE.candidate(-1, Map.of("fast", "2", "slow", "3", "kind", "b"))).isEmpty();
    assertThat(SPACE.candidate(-1, Map.of("fast", "2", "kind", "b"))).isEmpty();
  }
}
