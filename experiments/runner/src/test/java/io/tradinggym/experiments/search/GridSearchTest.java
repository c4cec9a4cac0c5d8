package io.tradinggym.experiments.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GridSearchTest {
  private static List<Map<String, String>> all(SearchSpace space, int points) {
    GridSearch search = new GridSearch(space, points);
    List<Map<String, String>> first =
        search.ask(5).stream().map(Candidate::values).collect(Collectors.toList());
    search.ask(10_000).forEach(candidate -> first.add(candidate.values()));
    assertThat(search.ask(1)).isEmpty();
    return first;
  }

  @Test
  void endsAreTriedAndSteppedEvenly() {
    assertThat(all(new SearchSpace().real("x", -1, 1), 3))
        .extracting(values -> values.get("x"))
        .containsExactly("-1.0", "0.0", "1.0");
    assertThat(all(new SearchSpace().log("x", 1, 100), 3))
        .extracting(values -> Math.rint(Double.parseDouble(String.valueOf(values.get("x")))))
        .containsExactly(1.0, 10.0, 100.0);
    assertThat(all(new SearchSpace().integer("x", 2, 60), 3))
        .extracting(values -> values.get("x"))
        .containsExactly("2", "31", "60");
    assertThat(all(new SearchSpace().integer("x", 7, 9), 5))
        .extracting(values -> values.get("x"))
        .containsExactly("7", "8", "9");
    assertThat(all(new SearchSpace().logInteger("x", 1, 3), 9))
        .extracting(values -> values.get("x"))
        .containsExactly("1", "2", "3");
  }

  @Test
  void everyCornerIsTriedOnceThoseThatDoNotMatterAndAreExcludedLeftOut() {
    SearchSpace space =
        new SearchSpace()
            .choice("kind", "a", "b", "c", "d")
            .integer("n", 1, 3)
            .real("only", 0, 1)
            .when("kind", "a");
    List<Map<String, String>> tried = all(space, 3);
    assertThat(tried).doesNotHaveDuplicates().hasSize(3 * 3 + 3 * 3);
    assertThat(all(space.where(Constraint.of("n < 3")), 3)).hasSize(3 * 2 + 3 * 2);
  }
}
