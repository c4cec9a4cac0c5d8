package io.tradinggym.agents.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.Plain;
import io.tradinggym.agents.Scripted;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.ActorCritic;
import io.tradinggym.agents.policy.ActorCriticShape;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStreams;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectorTest {
  private static final double GAMMA = 0.9;
  private static final double CLOSE = 1e-5;

  /** Observations 0 1 2 3, reward 5 a step; the value of the 3 belongs to a step that was cut off there. */
  @ParameterizedTest
  @CsvSource({"NEXT_STEP, true", "SAME_STEP, true", "NEXT_STEP, false", "SAME_STEP, false"})
  void aTruncatedStepGainsTheValueOfItsLastObservation(AutoReset mode, boolean truncated) {
    try (VectorEnvironment envs =
        Gym.vector(() -> Scripted.counting(truncated ? 0 : 3, truncated ? 3 : 0, 5), 2, 1, mode)) {
      Mlp shape = new Mlp(List.of(3), Activation.TANH);
      ActorCritic model = new ActorCritic(1, envs.actionSpace(), ActorCriticShape.of(shape));
      float[] params = model.initialise(RandomStreams.of(1).stream("parameters"));
      try (Collector collector = new Collector(envs, model, 9, GAMMA, false, false, 1, 1)) {
        Rollout rollout = collector.collect(params, 0.95);
        for (int row = 0; row < rollout.rows; row++) {
          int length = mode == AutoReset.NEXT_STEP ? 4 : 3;
          int step = row / 2 % length;
          assertThat(rollout.valid[row]).isEqualTo(step < 3);
          assertThat(rollout.ended[row]).isEqualTo(step == 2);
          assertThat(rollout.observations[row]).isEqualTo(step);
          double value =
              Plain.forward(
                  model.critic(), Plain.doubles(params), model.criticAt(), new double[] {3})[0];
          double expected = step == 3 ? 0 : step == 2 && truncated ? 5 + GAMMA * value : 5;
          assertThat((double) rollout.rewards[row]).isCloseTo(expected, within(CLOSE));
          assertThat((double) rollout.values[row])
              .isCloseTo(
                  Plain.forward(
                      model.critic(), Plain.doubles(params), model.criticAt(), new double[] {step})[
                      0],
                  within(CLOSE));
        }
        int lastStep = 8 % (mode == AutoReset.NEXT_STEP ? 4 : 3);
        assertThat(lastStep).isIn(0, 2);
        assertThat(collector.steps()).isEqualTo(18);
        assertThat(collector.episodes().finished()).isEqualTo(mode == AutoReset.NEXT_STEP ? 4 : 6);
        assertThat(collector.episodes().meanReturn()).isEqualTo(15);
        assertThat(collector.episodes().meanLength()).isEqualTo(3);
      }
    }
  }
}
