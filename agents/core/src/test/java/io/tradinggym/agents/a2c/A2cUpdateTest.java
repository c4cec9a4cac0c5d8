package io.tradinggym.agents.a2c;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.Plain;
import io.tradinggym.agents.UpdateState;
import io.tradinggym.agents.nn.optimizer.OptimizerKind;
import io.tradinggym.agents.rollout.PlainActorCritic;
import io.tradinggym.agents.train.Schedule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The update against the formula of the loss, written down a second time. */
class A2cUpdateTest {
  private static final double CLOSE = 1e-5;
  private static final double VALUE = 0.7;
  private static final double PROGRESS = 0.25;

  private static A2cSettings.Builder settings() {
    return A2c.settings()
        .valueCoefficient(VALUE)
        .maxGradientNorm(1e9)
        .optimizer(OptimizerKind.ADAM)
        .optimizerEpsilon(Plain.RATE)
        .learningRate(Plain.RATE)
        .entropy(Schedule.linear(0.4));
  }

  private static Map<String, Double> learn(A2cSettings.Builder settings, PlainActorCritic plain) {
    try (A2cUpdate update =
        new A2cUpdate(settings.build().values(), plain.model, plain.params, plain.rollout, 1)) {
      return update.learn(PROGRESS);
    }
  }

  private static double loss(PlainActorCritic plain, boolean normalize, double[] p) {
    double[] advantages = plain.advantages(normalize);
    // The entropy's coefficient has fallen to three quarters.
    return plain.mean(row -> -advantages[row] * plain.logProbability(p, row))
        + VALUE * plain.mean(row -> halfSquare(plain, p, row))
        - 0.3 * plain.mean(row -> plain.entropy(p, row));
  }

  private static double halfSquare(PlainActorCritic plain, double[] p, int row) {
    return 0.5 * Math.pow(plain.value(p, row) - plain.rollout.returns[row], 2);
  }

  @ParameterizedTest
  @CsvSource({"true, false", "true, true", "false, false", "false, true"})
  void stepsDownTheGradientOfItsLoss(boolean discrete, boolean normalize) {
    PlainActorCritic plain = new PlainActorCritic(discrete);
    float[] before = plain.params.clone();
    double[] gradient = Plain.gradient(before, p -> loss(plain, normalize, p));
    Map<String, Double> figures = learn(settings().normalizeAdvantages(normalize), plain);
    Plain.assertMoved(before, plain.params, gradient, 1);
    double[] p = Plain.doubles(before);
    double[] advantages = plain.advantages(normalize);
    assertThat(figures)
        .hasEntrySatisfying(
            "loss/policy",
            v ->
                assertThat(v)
                    .isCloseTo(
                        plain.mean(row -> -advantages[row] * plain.logProbability(p, row)),
                        within(CLOSE)))
        .hasEntrySatisfying(
            "loss/value",
            v ->
                assertThat(v)
                    .isCloseTo(plain.mean(row -> halfSquare(plain, p, row)), within(CLOSE)))
        .hasEntrySatisfying(
            "policy/entropy",
            v -> assertThat(v).isCloseTo(plain.mean(row -> plain.entropy(p, row)), within(CLOSE)))
        .hasEntrySatisfying(
            "update/gradientNorm",
            v -> assertThat(v).isCloseTo(Plain.norm(gradient), within(1e-4)));
  }

  @Test
  void longGradientsAreClippedToTheirDirection() {
    PlainActorCritic plain = new PlainActorCritic(true);
    float[] before = plain.params.clone();
    double[] gradient = Plain.gradient(before, p -> loss(plain, false, p));
    double norm = Plain.norm(gradient);
    learn(settings().maxGradientNorm(norm / 3), plain);
    Plain.assertMoved(before, plain.params, gradient, 1 / 3.0);
  }

  @Test
  void theLearningRateFollowsItsSchedule() {
    PlainActorCritic plain = new PlainActorCritic(false);
    float[] before = plain.params.clone();
    double[] gradient = Plain.gradient(before, p -> loss(plain, false, p));
    Map<String, Double> figures =
        learn(settings().learningRate(Schedule.linear(Plain.RATE)), plain);
    Plain.assertMoved(before, plain.params, gradient, 0.75);
    assertThat(figures).containsEntry("update/learningRate", 0.75 * Plain.RATE);
  }

  @Test
  void aRolloutOfResetsTeachesNothing() {
    PlainActorCritic plain = new PlainActorCritic(true);
    Arrays.fill(plain.rollout.valid, false);
    float[] before = plain.params.clone();
    assertThat(learn(settings(), plain)).isEmpty();
    assertThat(plain.params).isEqualTo(before);
  }

  @Test
  void itsStateIsAllThatItGoesOnFrom() throws IOException {
    PlainActorCritic plain = new PlainActorCritic(true);
    A2cSettings settings = settings().optimizerEpsilon(1).learningRate(1e-12).build().values();
    List<A2cUpdate> updates = new ArrayList<>();
    UpdateState.assertGoesOn(
        seed -> {
          A2cUpdate update =
              new A2cUpdate(settings, plain.model, plain.params.clone(), plain.rollout, 1);
          updates.add(update);
          return update;
        },
        update -> update.learn(PROGRESS));
    updates.forEach(A2cUpdate::close);
  }
}
