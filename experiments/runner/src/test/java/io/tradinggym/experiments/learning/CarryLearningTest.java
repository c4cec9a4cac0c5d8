package io.tradinggym.experiments.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.experiments.config.Presets;
import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.evaluation.Standing;
import io.tradinggym.experiments.run.Experiment;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who explores learns first that trades cost, and waits; the shipped settings get beyond that in half their steps. */
@Tag("compiled")
class CarryLearningTest {
  private static final double BAR = .85;

  /** Entering when the premium is high earns a little more than entering at once; much more would be a leak. */
  private static final double MOST = 1.02;

  @Test
  void aRichCarryIsEnteredSoonAndHeld() {
    Experiment experiment =
        new Experiment(
            Presets.read(
                "carry-taken",
                "FundingArbitrage-v1",
                "ppo",
                List.of(
                    "algorithm.steps=300000", "evaluation.validations=0", "evaluation.paths=20")));
    Evaluation evaluation = experiment.evaluate(List.of(experiment.train(null, 3).policy()));
    double always = mean(evaluation.named("always-hedged").orElseThrow());
    assertThat(always).as("what there is to earn").isBetween(.015, .04);
    assertThat(mean(evaluation.agent()) / always).isBetween(BAR, MOST);
  }

  private static double mean(Standing standing) {
    return Arrays.stream(standing.scores()).flatMapToDouble(Arrays::stream).average().orElseThrow();
  }
}
