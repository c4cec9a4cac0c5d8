package io.tradinggym.experiments.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Gym;
import io.tradinggym.experiments.statistics.seeds.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the agent made more than a control, on the same paths. */
class DifferenceTest {
  private static final EnvironmentSpec SPEC = spec();

  private static EnvironmentSpec spec() {
    try (var env = Gym.make("CartPole-v1")) {
      return env.spec();
    }
  }

  private static Standing standing(String name, int steps, double[]... scores) {
    List<List<Trajectory>> episodes = new ArrayList<>();
    for (double[] row : scores) {
      List<Trajectory> played = new ArrayList<>();
      for (int path = 0; path < row.length; path++) {
        played.add(
            new Trajectory(
                name,
                path,
                SPEC,
                new double[0][],
                new double[steps],
                new float[0][],
                EndReason.TIME_LIMIT));
      }
      episodes.add(played);
    }
    return new Standing(name, scores, SeedBootstrap.interquartileMean(scores), episodes);
  }

  private static Evaluation evaluation(boolean trades, Standing agent, Standing control) {
    return new Evaluation(SPEC, trades, 252, List.of(agent, control), Map.of());
  }

  @Test
  void whatAPathDidToBothCancels() {
    Standing control = standing("held", 252, new double[] {-.5, .1, .9});
    Standing agent =
        standing("agent", 252, new double[] {-.48, .12, .92}, new double[] {-.49, .11, .91});
    Interval difference = evaluation(true, agent, control).difference(control);
    assertThat(difference.point()).isCloseTo(.015, within(1e-12));
    assertThat(difference.lower()).isCloseTo(.01, within(1e-12));
    assertThat(difference.upper()).isCloseTo(.02, within(1e-12));
  }

  @Test
  void totalReturnsOfHalfAYearAreMadeYearly() {
    Standing control = standing("held", 126, new double[] {.1});
    Standing agent = standing("agent", 126, new double[] {.2});
    assertThat(evaluation(true, agent, control).difference(control).point())
        .isCloseTo(1.2 * 1.2 - 1.1 * 1.1, within(1e-12));
    assertThat(evaluation(false, agent, control).difference(control).point())
        .as("sums of rewards are no returns")
        .isCloseTo(.1, within(1e-12));
  }

  @Test
  void whoIsRuinedLosesEverything() {
    Standing control = standing("held", 126, new double[] {0});
    Standing agent = standing("agent", 126, new double[] {-1.2});
    assertThat(evaluation(true, agent, control).difference(control).point()).isEqualTo(-1);
  }
}
