package io.tradinggym.experiments.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStreams;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchSpaceTest {
  private static final SearchSpace SPACE =
      new SearchSpace()
          .log("rate", 1e-5, 1e-1)
          .integer("epochs", 1, 4)
          .choice("algorithm", "ppo", "dqn", "sac")
          .real("lambda", 0.8, 1)
          .when("algorithm", "ppo");

  private static Candidate at(double... point) {
    return new Candidate(0, SPACE, point);
  }

  @Test
  void placesStandForValuesAsAConfigurationWritesThem() {
    Map<String, String> values = at(1, 0, 0, 0.25).values();
    assertThat(values.keySet()).containsExactly("rate", "epochs", "algorithm", "lambda");
    assertThat(values)
        .containsEntry("rate", "0.1")
        .containsEntry("epochs", "1")
        .containsEntry("algorithm", "ppo")
        .containsEntry("lambda", "0.8500000000000001");
  }

  @Test
  void ranges() {
    assertThat(at(0.5, 0, 0, 0).number("rate")).isCloseTo(1e-3, within(1e-12));
    assertThat(at(0, 0, 0, 0).number("rate")).isEqualTo(1e-5);
    assertThat(at(1, 1, 1, 1).number("rate")).isEqualTo(1e-1);
    assertThat(at(0, .2499, 0, 0).number("epochs")).isEqualTo(1);
    assertThat(at(0, .25, 0, 0).number("epochs")).isEqualTo(2);
    assertThat(at(0, 1, 0, 0).number("epochs")).isEqualTo(4);
    assertThat(at(0, 0, .3, .25).number("lambda")).isCloseTo(.85, within(1e-15));
    for (Parameter parameter : SPACE.parameters()) {
      for (double place : new double[] {.01, .3, .5, .8, .99}) {
        double number = parameter.number(place);
        assertThat(parameter.number(parameter.place(number))).isCloseTo(number, within(1e-12));
      }
    }
  }

  @Test
  void wholeNumbersInLogarithmsHaveRoomByTheirSize() {
    Parameter batch = new SearchSpace().logInteger("batch", 1, 1024).parameters().getFirst();
    int[] counts = new int[1025];
    int draws = 100_000;
    for (int i = 0; i < draws; i++) {
      counts[(int) batch.number((i + .5) / draws)]++;
    }
    assertThat(counts[0]).isZero();
    double all = Math.log(1024.5 / .5);
    for (int value : new int[] {1, 2, 32, 1024}) {
      double room = Math.log((value + .5) / (value - .5)) / all;
      assertThat(counts[value]).isCloseTo((int) (room * draws), within(2));
      assertThat(batch.value(batch.place(value))).isEqualTo(String.valueOf(value));
    }
    assertThat(batch.holds("2.5")).isFalse();
    assertThatThrownBy(() -> new SearchSpace().logInteger("batch", 0, 8))
        .hasMessage(
            "batch: a range needs low < high, both finite and > 0 and whole, was 0.0 .. 8.0");
  }

  @Test
  void whatDoesNotMatterIsNotSaid() {
    assertThat(at(0, 0, .4, .25).values())
        .containsOnlyKeys("rate", "epochs", "algorithm")
        .containsEntry("algorithm", "dqn");
    assertThatThrownBy(() -> at(0, 0, .4, .25).number("lambda"))
        .hasMessageContaining("no value of lambda");
  }

  /** An estimator that knew the unseen parameter of other choices would draw it where nobody tried it. */
  @Test
  void conditionalParametersAreLearnedWhereTheyMatter() {
    TreeParzen search = new TreeParzen(SPACE, RandomStreams.of(5).stream("search"));
    int near = 0;
    for (int i = 0; i < 120; i++) {
      Candidate candidate = search.ask(1).getFirst();
      boolean ppo = "ppo".equals(candidate.values().get("algorithm"));
      double score = ppo ? 1 - Math.abs(candidate.number("lambda") - .95) : 0;
      near += i >= 60 && ppo && score > .98 ? 1 : 0;
      search.tell(candidate, score);
    }
    assertThat(near).as("of 60, by chance 4").isGreaterThan(25);
  }

  @Test
  void spacesThatMakeNoSenseAreRefusedByName() {
    assertThatThrownBy(() -> new SearchSpace().log("rate", 0, 1))
        .hasMessage("rate: a range needs low < high, both finite and > 0, was 0.0 .. 1.0");
    assertThatThrownBy(() -> new SearchSpace().real("x", 1, 1)).hasMessageContaining("x: a range");
    assertThatThrownBy(() -> SPACE.real("rate", 0, 1)).hasMessageContaining("rate stands twice");
    for (String wrong : List.of("algorithm=td3", "epochs=1", "unknown=1")) {
      String[] parts = wrong.split("=");
      assertThatThrownBy(() -> SPACE.real("tau", 0, 1).when(parts[0], parts[1]))
          .hasMessageContaining("tau depends on " + parts[0] + " = " + parts[1]);
    }
  }
}
