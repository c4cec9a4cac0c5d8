package io.tradinggym.agents.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.Plain;
import io.tradinggym.agents.Scripted;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.ActorCritic;
import io.tradinggym.agents.policy.ActorCriticShape;
import io.tradinggym.agents.policy.Memory;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  private static final int LANES = 3;

  /** Two quantities, shown as they arrived and paid: the first once, the second ten times. */
  private static Scripted echoing() {
    return new Scripted(
        Scripted.described(Box.of(-1000, 1000, 3), Box.of(-1, 1, 2)).build(),
        (law, action, frame) -> {
          frame.observe(1, action.continuous(0));
          frame.observe(2, action.continuous(1));
          frame.reward(action.continuous(0) + 10 * action.continuous(1));
          return EndReason.NONE;
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyLaneSeesAndIsPaidForWhatItDidWithinTheBounds(int threads) {
    try (VectorEnvironment envs =
        Gym.vector(CollectorTest::echoing, LANES, 1, AutoReset.SAME_STEP)) {
      ActorCritic model =
          new ActorCritic(
              3, envs.actionSpace(), ActorCriticShape.of(new Mlp(List.of(3), Activation.TANH)));
      float[] params = model.initialise(RandomStreams.of(1).stream("parameters"));
      int steps = 6;
      try (Collector collector =
          new Collector(envs, model, steps, GAMMA, false, false, 1, threads)) {
        Rollout rollout = collector.collect(params, 0);
        int beyond = 0;
        for (int row = 0; row < rollout.rows; row++) {
          float first = rollout.actions[2 * row];
          float second = rollout.actions[2 * row + 1];
          beyond += Math.abs(first) > 1 || Math.abs(second) > 1 ? 1 : 0;
          first = Math.clamp(first, -1, 1);
          second = Math.clamp(second, -1, 1);
          assertThat((double) rollout.rewards[row]).isCloseTo(first + 10 * second, within(CLOSE));
          int step = row / LANES;
          assertThat(rollout.observations[3 * row]).isEqualTo(step);
          int next = row + LANES;
          if (next < rollout.rows) {
            assertThat(Arrays.copyOfRange(rollout.observations, 3 * next, 3 * next + 3))
                .containsExactly(step + 1, first, second);
          }
        }
        assertThat(beyond).isPositive();
        assertThat(rollout.actions).doesNotHaveDuplicates();

        // With lambda 0 the last targets look one step beyond, at what the next rollout begins
        // with.
        float[] returns = rollout.returns.clone();
        float[] rewards = rollout.rewards.clone();
        assertThat(collector.collect(params, 0)).isSameAs(rollout);
        for (int lane = 0; lane < LANES; lane++) {
          double[] seen =
              Plain.doubles(Arrays.copyOfRange(rollout.observations, 3 * lane, 3 * lane + 3));
          assertThat(seen[0]).isEqualTo(steps);
          double value =
              Plain.forward(model.critic(), Plain.doubles(params), model.criticAt(), seen)[0];
          int last = (steps - 1) * LANES + lane;
          assertThat((double) returns[last])
              .isCloseTo(rewards[last] + GAMMA * value, within(CLOSE));
        }
      }
    }
  }

  /** An infinite observation is refused with the step at which it came: the third of three lanes each. */
  @Test
  void whatIsInfiniteIsRefusedWhereItComes() {
    try (VectorEnvironment envs =
        Gym.vector(() -> Scripted.infiniteAfter(3), LANES, 1, AutoReset.SAME_STEP)) {
      ActorCritic model =
          new ActorCritic(
              1, envs.actionSpace(), ActorCriticShape.of(new Mlp(List.of(3), Activation.TANH)));
      float[] params = model.initialise(RandomStreams.of(1).stream("parameters"));
      try (Collector collector = new Collector(envs, model, 4, GAMMA, false, false, 1, 1)) {
        assertThatThrownBy(() -> collector.collect(params, 0.95)).hasMessageContaining("step 9");
      }
    }
  }

  /** Observations 0, 1, 2, then scaled by their mean and deviation so far, the first of the run included. */
  @Test
  void observationsAreScaledByWhatWasSeenSoFar() {
    try (VectorEnvironment envs =
        Gym.vector(() -> Scripted.counting(0, 0, 5), LANES, 1, AutoReset.SAME_STEP)) {
      ActorCritic model =
          new ActorCritic(
              1, envs.actionSpace(), ActorCriticShape.of(new Mlp(List.of(3), Activation.TANH)));
      float[] params = model.initialise(RandomStreams.of(1).stream("parameters"));
      try (Collector collector = new Collector(envs, model, 4, GAMMA, true, false, 1, 1)) {
        Rollout rollout = collector.collect(params, 0.95);
        // Of 0 to n the mean is n / 2 and the variance n (n + 2) / 12.
        assertThat(rollout.observations[0]).isZero();
        for (int n = 1; n < 4; n++) {
          assertThat((double) rollout.observations[n * LANES])
              .isCloseTo(n / 2.0 / Math.sqrt(n * (n + 2) / 12.0), within(1e-3));
        }
      }
    }
  }

  /** Anything but what it did last: so masks of lanes differ. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void whatIsForbiddenIsNotDone(int threads) {
    Supplier<EnvironmentLogic> moody =
        () ->
            new Scripted(
                Scripted.described(Box.of(-1000, 1000, 1), Discrete.of(3)).masked(true).build(),
                (law, action, frame) -> {
                  for (int i = 0; i < 3; i++) {
                    frame.allow(i, i != action.discrete());
                  }
                  return EndReason.NONE;
                });
    try (VectorEnvironment envs = Gym.vector(moody, LANES, 1, AutoReset.SAME_STEP)) {
      ActorCritic model =
          new ActorCritic(
              1, envs.actionSpace(), ActorCriticShape.of(new Mlp(List.of(3), Activation.TANH)));
      float[] params = model.initialise(RandomStreams.of(1).stream("parameters"));
      try (Collector collector = new Collector(envs, model, 12, GAMMA, false, false, 1, threads)) {
        Rollout rollout = collector.collect(params, 0.95);
        for (int row = LANES; row < rollout.rows; row++) {
          int before = (int) rollout.actions[row - LANES];
          assertThat((int) rollout.actions[row]).isBetween(0, 2).isNotEqualTo(before);
          assertThat(Arrays.copyOfRange(rollout.masks, 3 * row, 3 * row + 3))
              .containsExactly(before != 0, before != 1, before != 2);
        }
      }
    }
  }

  /** Eight steps in two sequences are two rollouts of four: what is remembered goes over, and nothing else. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void whatIsRememberedGoesFromSequenceToSequence(int threads) {
    List<float[]> whole = remembering(8, 1, threads);
    List<float[]> parts = remembering(4, 2, 1);
    for (int i = 0; i < whole.size(); i++) {
      assertThat(whole.get(i)).isEqualTo(parts.get(i));
    }
    float[] states = whole.getFirst();
    int half = states.length / 2;
    assertThat(Arrays.copyOf(states, half)).containsOnly(0);
    assertThat(Arrays.copyOfRange(states, half, 2 * half))
        .doesNotContain(0)
        .doesNotHaveDuplicates();
  }

  /** States, values, actions and observations of some rollouts, one after the other. */
  private static List<float[]> remembering(int steps, int rollouts, int threads) {
    ActorCriticShape shape =
        new ActorCriticShape(
            new Mlp(List.of(3), Activation.TANH), Memory.gru(3).steps(4), null, true);
    List<float[]> all = List.of(new float[0], new float[0], new float[0], new float[0]);
    try (VectorEnvironment envs =
        Gym.vector(CollectorTest::echoing, LANES, 1, AutoReset.SAME_STEP)) {
      ActorCritic model = new ActorCritic(3, envs.actionSpace(), shape);
      float[] params = model.initialise(RandomStreams.of(1).stream("parameters"));
      try (Collector collector =
          new Collector(envs, model, steps, GAMMA, false, false, 1, threads)) {
        for (int i = 0; i < rollouts; i++) {
          Rollout rollout = collector.collect(params, 0.95);
          for (int row = 0; row < rollout.rows; row++) {
            assertThat(rollout.starts[row]).isEqualTo(i == 0 && row < LANES);
          }
          all =
              List.of(
                  joined(all.get(0), rollout.states),
                  joined(all.get(1), rollout.values),
                  joined(all.get(2), rollout.actions),
                  joined(all.get(3), rollout.observations));
        }
      }
    }
    return all;
  }

  private static float[] joined(float[] first, float[] second) {
    float[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
