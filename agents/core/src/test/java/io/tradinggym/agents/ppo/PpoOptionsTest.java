package io.tradinggym.agents.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.ConstantReward;
import io.tradinggym.agents.Identity;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What the optional parts of the update do, seen in its figures. */
class PpoOptionsTest {
  private static final int EPOCHS = 6;
  private static final double EXACT = 1e-12;

  private static PpoSettings.Builder settings() {
    return Ppo.settings()
        .rolloutSteps(32)
        .minibatch(128)
        .epochs(EPOCHS)
        .learningRate(Schedule.constant(0.01));
  }

  /** Figures of the last of some iterations at a progress. */
  private static Map<String, Double> figures(
      PpoSettings.Builder settings, Supplier<EnvironmentLogic> maker, int times, double progress) {
    try (VectorEnvironment envs = Gym.vector(maker, 4, 1, AutoReset.SAME_STEP);
        Learner learner = settings.build().start(envs, 3, 1)) {
      for (int i = 0; i < times; i++) {
        learner.advance(progress);
      }
      return learner.metrics();
    }
  }

  private static Map<String, Double> figures(
      PpoSettings.Builder settings, int times, double progress) {
    return figures(settings, () -> new Identity(2, false), times, progress);
  }

  private static double figure(Map<String, Double> figures, String name) {
    return Objects.requireNonNull(figures.get(name), name);
  }

  @Test
  void epochsEndOnceTheDivergenceIsTooLarge() {
    assertThat(figures(settings(), 1, 0)).containsEntry("update/epochs", (double) EPOCHS);
    // The first epoch is one step from the old policy: its ratios are still 1. The second sees the
    // step.
    assertThat(figures(settings().targetKl(1e-9), 1, 0)).containsEntry("update/epochs", 2.0);
  }

  @Test
  void aClippedCriticMovesOnlySoFarInAnIteration() {
    double free = valueLoss(settings());
    double clipped = valueLoss(settings().valueClip(0.01));
    assertThat(clipped).isGreaterThan(4 * free);
    assertThat(valueLoss(settings().valueClip(1e9))).as("a clip out of reach").isEqualTo(free);
  }

  private static double valueLoss(PpoSettings.Builder settings) {
    return figure(figures(settings, () -> new ConstantReward(false), 40, 0), "loss/value");
  }

  @Test
  void theLearningRateFollowsItsSchedule() {
    PpoSettings.Builder falling = settings().learningRate(Schedule.linear(0.01));
    assertThat(figures(falling, 1, 0).get("update/learningRate")).isCloseTo(0.01, within(EXACT));
    assertThat(figures(falling, 1, 0.75).get("update/learningRate"))
        .isCloseTo(0.0025, within(EXACT));
  }

  @Test
  void theClipRangeFollowsItsSchedule() {
    PpoSettings.Builder falling =
        settings().clip(Schedule.linear(0.2)).learningRate(Schedule.constant(1e-4));
    assertThat(figures(falling, 1, 0).get("policy/clipFraction")).isZero();
    // Every ratio but those of the first epoch lies outside of an empty range.
    assertThat(figures(falling, 1, 1).get("policy/clipFraction"))
        .isCloseTo((EPOCHS - 1.0) / EPOCHS, within(0.05));
  }

  @Test
  void theEntropyBonusFollowsItsSchedule() {
    PpoSettings.Builder falling = settings().entropy(Schedule.linear(10));
    assertThat(figures(falling, 20, 0).get("policy/entropy")).isCloseTo(Math.log(2), within(0.01));
    assertThat(figures(falling, 20, 1).get("policy/entropy")).isLessThan(0.3);
  }
}
