package io.tradinggym.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.space.Box;
import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.evaluation.Standing;
import io.tradinggym.experiments.evaluation.Trajectory;
import io.tradinggym.experiments.statistics.seeds.Interval;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultTableTest {
  private static final EnvironmentSpec SPEC =
      EnvironmentSpec.of("Sold-v0").observation(Box.of(0, 1, 1)).action(Box.of(0, 1, 1)).build();

  /** Scores of four paths beside a headline of 2 % [1 %, 3 %]. */
  private static String printed(double... scores) {
    List<Trajectory> episodes =
        List.of(
            new Trajectory(
                "seller",
                0,
                SPEC,
                new double[0][],
                new double[1],
                new float[0][],
                EndReason.TIME_LIMIT));
    Standing seller =
        new Standing(
            "seller", new double[][] {scores}, new Interval(.02, .01, .03, .95), List.of(episodes));
    StringWriter out = new StringWriter();
    new ResultTable(
            new Evaluation(
                SPEC, true, 252, List.of(seller), episodes.getFirst(), 0, Map.of(), Map.of()))
        .print(new PrintWriter(out, true));
    return out.toString();
  }

  @Test
  void rareLossesThatTheHeadlineLeavesOutAreTold() {
    assertThat(printed(.02, .02, .02, -.3))
        .contains("Means of all paths, rare losses and gains included: seller -6.0%.");
    assertThat(printed(.02, .02, .02, .3)).contains("included: seller 9.0%.");
  }

  @Test
  void otherMeansAreNot() {
    assertThat(printed(.02, .02, .02, .01)).contains("seller").doesNotContain("Means");
  }
}
