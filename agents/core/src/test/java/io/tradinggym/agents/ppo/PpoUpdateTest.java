package io.tradinggym.agents.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.Plain;
import io.tradinggym.agents.UpdateState;
import io.tradinggym.agents.rollout.PlainActorCritic;
import io.tradinggym.agents.train.Schedule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The update against the formula of the loss, written down a second time. */
class PpoUpdateTest {
  private static final double CLOSE = 1e-5;
  private static final double VALUE = 0.7;
  private static final double PROGRESS = 0.25;

  /** In these rollouts ratios lie on both sides of 1 +- 0.24, and values on both sides of the old ones +- 0.5. */
  private static PpoSettings.Builder settings() {
    return Ppo.settings()
        .minibatch(1_000)
        .epochs(1)
        .valueCoefficient(VALUE)
        .maxGradientNorm(1e9)
        .adamEpsilon(Plain.RATE)
        .learningRate(Plain.RATE)
        .clip(Schedule.linear(0.32))
        .entropy(Schedule.linear(0.4));
  }

  private static Map<String, Double> learn(PpoSettings.Builder settings, PlainActorCritic plain) {
    try (PpoUpdate update =
        new PpoUpdate(settings.build().values(), plain.model, plain.params, plain.rollout, 5, 1)) {
      return update.learn(PROGRESS);
    }
  }

  private static double ratio(PlainActorCritic plain, double[] p, int row) {
    return Math.exp(plain.logProbability(p, row) - plain.rollout.logProbabilities[row]);
  }

  private static double surrogate(PlainActorCritic plain, double[] p, int row, double advantage) {
    double ratio = ratio(plain, p, row);
    double clipped = Math.max(0.76, Math.min(1.24, ratio));
    return -Math.min(ratio * advantage, clipped * advantage);
  }

  private static double critic(PlainActorCritic plain, double[] p, int row, double valueClip) {
    double value = plain.value(p, row);
    double old = plain.rollout.values[row];
    double clipped = old + Math.max(-valueClip, Math.min(valueClip, value - old));
    double target = plain.rollout.returns[row];
    return 0.5 * Math.max(Math.pow(value - target, 2), Math.pow(clipped - target, 2));
  }

  private static double loss(
      PlainActorCritic plain, boolean normalize, double valueClip, double[] p) {
    double[] advantages = plain.advantages(normalize);
    return plain.mean(row -> surrogate(plain, p, row, advantages[row]))
        + VALUE * plain.mean(row -> critic(plain, p, row, valueClip))
        - 0.3 * plain.mean(row -> plain.entropy(p, row));
  }

  @ParameterizedTest
  @CsvSource({
    "true, false, Infinity",
    "true, true, Infinity",
    "true, true, 0.5",
    "false, false, 0.5",
    "false, true, Infinity"
  })
  void stepsDownTheGradientOfItsLoss(boolean discrete, boolean normalize, double valueClip) {
    PlainActorCritic plain = new PlainActorCritic(discrete);
    float[] before = plain.params.clone();
    double[] gradient = Plain.gradient(before, p -> loss(plain, normalize, valueClip, p));
    Map<String, Double> figures =
        learn(settings().normalizeAdvantages(normalize).valueClip(valueClip), plain);
    Plain.assertMoved(before, plain.params, gradient, 1);
    double[] p = Plain.doubles(before);
    double[] advantages = plain.advantages(normalize);
    assertClose(
        figures, "loss/policy", plain.mean(row -> surrogate(plain, p, row, advantages[row])));
    assertClose(figures, "loss/value", plain.mean(row -> critic(plain, p, row, valueClip)));
    assertClose(figures, "policy/entropy", plain.mean(row -> plain.entropy(p, row)));
    assertClose(figures, "policy/approxKl", divergence(plain, p));
    double outside = plain.mean(row -> Math.abs(ratio(plain, p, row) - 1) > 0.24 ? 1 : 0);
    assertThat(outside).isBetween(0.2, 0.8);
    assertClose(figures, "policy/clipFraction", outside);
    assertThat(figure(figures, "update/gradientNorm"))
        .isCloseTo(Plain.norm(gradient), within(1e-4));
    assertClose(figures, "update/epochs", 1);
  }

  private static double divergence(PlainActorCritic plain, double[] p) {
    return plain.mean(row -> ratio(plain, p, row) - 1 - Math.log(ratio(plain, p, row)));
  }

  private static double figure(Map<String, Double> figures, String name) {
    return Objects.requireNonNull(figures.get(name), name);
  }

  private static void assertClose(Map<String, Double> figures, String name, double expected) {
    assertThat(figure(figures, name)).as(name).isCloseTo(expected, within(CLOSE));
  }

  /** A learning rate that moves nothing: every epoch sees the same. */
  private static PpoSettings.Builder still() {
    return settings().learningRate(1e-12).adamEpsilon(1);
  }

  @Test
  void everyRowIsSeenOnceInEveryEpochWhateverTheMinibatches() {
    PlainActorCritic plain = new PlainActorCritic(true);
    double[] p = Plain.doubles(plain.params);
    for (int minibatch : new int[] {1, 2, 4, 7}) {
      Map<String, Double> figures =
          learn(still().minibatch(minibatch).epochs(3).normalizeAdvantages(false), plain);
      double[] advantages = plain.advantages(false);
      assertClose(
          figures, "loss/policy", plain.mean(row -> surrogate(plain, p, row, advantages[row])));
      assertClose(figures, "policy/entropy", plain.mean(row -> plain.entropy(p, row)));
      assertClose(figures, "policy/approxKl", divergence(plain, p));
      assertClose(figures, "update/epochs", 3);
    }
  }

  @Test
  void minibatchesTakeAStepEach() {
    PlainActorCritic plain = new PlainActorCritic(false);
    float[] whole = plain.params.clone();
    // The gradients of minibatches of 58 are means of half of the rows each.
    assertThat(plain.valid).hasSize(115);
    double[] gradient = Plain.gradient(whole, p -> loss(plain, false, Double.POSITIVE_INFINITY, p));
    float[] before = plain.params.clone();
    learn(
        settings()
            .minibatch(58)
            .normalizeAdvantages(false)
            .learningRate(1e-3 * Plain.RATE)
            .adamEpsilon(Plain.RATE),
        plain);
    // Two steps of a thousandth: Adam's momentum makes the second 0.19 / 0.19 of the mean of both.
    double[] moved = new double[before.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = before[i] - plain.params[i];
    }
    assertThat(Plain.norm(moved))
        .isBetween(1e-3 * Plain.norm(gradient), 5e-3 * Plain.norm(gradient));
  }

  @Test
  void epochsStopBeyondOneAndAHalfTimesTheTarget() {
    PlainActorCritic plain = new PlainActorCritic(true);
    double kl = divergence(plain, Plain.doubles(plain.params));
    assertThat(kl).isGreaterThan(0.01);
    assertClose(learn(still().epochs(4).targetKl(kl / 1.5 * 1.001), plain), "update/epochs", 4);
    assertClose(learn(still().epochs(4).targetKl(kl / 1.5 * 0.999), plain), "update/epochs", 1);
  }

  @Test
  void longGradientsAreClippedToTheirDirection() {
    PlainActorCritic plain = new PlainActorCritic(true);
    float[] before = plain.params.clone();
    double[] gradient = Plain.gradient(before, p -> loss(plain, true, Double.POSITIVE_INFINITY, p));
    learn(settings().maxGradientNorm(Plain.norm(gradient) / 4), plain);
    Plain.assertMoved(before, plain.params, gradient, 0.25);
  }

  @Test
  void weightsDecayBesideTheStep() {
    PlainActorCritic without = new PlainActorCritic(true);
    float[] before = without.params.clone();
    learn(settings(), without);
    PlainActorCritic with = new PlainActorCritic(true);
    learn(settings().weightDecay(0.25 / Plain.RATE), with);
    for (int i = 0; i < before.length; i++) {
      assertThat((double) with.params[i])
          .isCloseTo(without.params[i] - 0.25 * before[i], within(CLOSE));
    }
  }

  /** Parameters are the learner's to keep; the update keeps its optimiser and where its shuffles stand. */
  @Test
  void itsStateIsAllThatItGoesOnFrom() throws IOException {
    PlainActorCritic plain = new PlainActorCritic(true);
    PpoSettings settings = still().minibatch(20).epochs(2).build().values();
    List<PpoUpdate> updates = new ArrayList<>();
    UpdateState.assertGoesOn(
        seed -> {
          updates.add(
              new PpoUpdate(settings, plain.model, plain.params.clone(), plain.rollout, seed, 1));
          return updates.getLast();
        },
        update -> figure(update.learn(PROGRESS), "update/gradientNorm"));
    updates.forEach(PpoUpdate::close);
  }

  /** Two epochs in minibatches of half of the rows: other halves each time, so other steps. */
  @Test
  void everyEpochIsShuffledAnew() {
    PlainActorCritic one = new PlainActorCritic(true);
    PlainActorCritic two = new PlainActorCritic(true);
    PpoSettings settings = settings().minibatch(60).epochs(1).learningRate(1).build().values();
    try (PpoUpdate first = new PpoUpdate(settings, one.model, one.params, one.rollout, 5, 1);
        PpoUpdate second = new PpoUpdate(settings, two.model, two.params, two.rollout, 6, 1)) {
      double norm = figure(first.learn(PROGRESS), "update/gradientNorm");
      assertThat(figure(second.learn(PROGRESS), "update/gradientNorm"))
          .as("another seed, other minibatches")
          .isNotEqualTo(norm);
      assertThat(figure(first.learn(PROGRESS), "update/gradientNorm"))
          .as("the next epoch, other minibatches")
          .isNotEqualTo(norm);
    }
  }

  /** Three epochs of one minibatch each that move nothing: the mean of three gradients alike. */
  @Test
  void theNormIsTheMeanOverMinibatches() {
    PlainActorCritic plain = new PlainActorCritic(true);
    double[] gradient =
        Plain.gradient(plain.params, p -> loss(plain, false, Double.POSITIVE_INFINITY, p));
    Map<String, Double> figures =
        learn(still().minibatch(115).epochs(3).normalizeAdvantages(false), plain);
    assertThat(figure(figures, "update/gradientNorm"))
        .isCloseTo(Plain.norm(gradient), within(1e-4));
  }
}
