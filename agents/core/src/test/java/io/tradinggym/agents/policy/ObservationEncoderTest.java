package io.tradinggym.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.Scripted;
import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.sac.DiscreteSac;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Episodes;
import io.tradinggym.agents.train.Training;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.DictSpace;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.api.space.MultiBinary;
import io.tradinggym.api.space.MultiDiscrete;
import io.tradinggym.api.space.Space;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ObservationEncoderTest {
  private static final Space MIXED =
      DictSpace.of("kind", new Discrete(3, 5))
          .and("sizes", Box.of(-100, 100, 2))
          .and("on", MultiBinary.of(1))
          .and("many", MultiDiscrete.of(2, 2));

  @Test
  void choicesAreOneHotAndNumbersStayInPlace() {
    ObservationEncoder encoder = new ObservationEncoder(MIXED, false);
    assertThat(encoder.inputs()).isEqualTo(3 + 2 + 1 + 4);
    float[] out = new float[21];
    encoder.encode(new float[] {9, 6, 7, -8, 1, 0, 1, 7, 1, 2, 0, 1, 0}, 1, 2, out, 1);
    assertThat(out).containsExactly(0, 0, 1, 0, 7, -8, 1, 1, 0, 0, 1, 0, 0, 1, 1, 2, 0, 0, 1, 1, 0);
  }

  @Test
  void numbersAreNormalisedAndChoicesAreNot() {
    ObservationEncoder encoder = new ObservationEncoder(MIXED, true);
    Batch batch =
        new Batch(Scripted.described(MIXED, Discrete.of(2)).build(), 2, AutoReset.NEXT_STEP);
    float[] two = {6, 10, -8, 1, 0, 1, 7, 20, -8, 1, 1, 1};
    System.arraycopy(two, 0, batch.observations, 0, two.length);
    encoder.update(batch);
    float[] out = new float[20];
    encoder.encode(two, 0, 2, out, 0);
    // Mean 15, deviation 5; the second number never moves.
    assertThat(out[3]).isCloseTo(-1, within(1e-4f));
    assertThat(out[13]).isCloseTo(1, within(1e-4f));
    assertThat(out[4]).isZero();
    assertThat(new float[] {out[0], out[1], out[2], out[5], out[6], out[7]})
        .containsExactly(0, 1, 0, 1, 1, 0);
    ObservationEncoder copy = encoder.copy();
    encoder.update(batch);
    copy.adopt(encoder);
    assertThat(Objects.requireNonNull(copy.normalizer()).moments().count()).isEqualTo(4);
    assertThatThrownBy(() -> new ObservationEncoder(MIXED, false).adopt(encoder))
        .hasMessage(
            "the older policy normalised its observations; normalizeObservations must be true");
  }

  /** Sixteen states, each with an answer of its own that no line through their numbers tells. */
  private static EnvironmentLogic table(boolean inADict) {
    int[] answers = {2, 0, 1, 2, 2, 1, 0, 0, 1, 2, 0, 2, 1, 0, 1, 1};
    Space states = Discrete.of(16);
    return new Scripted(
        Scripted.described(
                inADict ? DictSpace.of("state", states).and("noise", Box.of(0, 1, 1)) : states,
                Discrete.of(3))
            .maxSteps(48)
            .build(),
        (law, action, frame) -> {
          frame.reward(action.discrete() == answers[(law.steps - 1) * 7 % 16] ? 1 : 0);
          frame.observe(0, law.steps * 7 % 16);
          return EndReason.NONE;
        });
  }

  static List<Algorithm> tabular() {
    Mlp linear = new Mlp(List.of(), Activation.TANH);
    return List.of(
        Ppo.settings()
            .rolloutSteps(48)
            .epochs(10)
            .gamma(0.1)
            .learningRate(0.03)
            .network(linear)
            .build(),
        Dqn.settings()
            .capacity(5_000)
            .trainEvery(1)
            .gamma(0.1)
            .learningRate(0.01)
            .targetEvery(100)
            .network(linear)
            .build(),
        DiscreteSac.settings()
            .capacity(5_000)
            .batch(64)
            .gamma(0.1)
            .learningRate(0.01)
            .network(linear)
            .buildDiscrete());
  }

  /** A linear network can hold a table only if it sees every state on its own. */
  @ParameterizedTest
  @MethodSource("tabular")
  void aLinearNetworkLearnsATable(Algorithm algorithm) {
    for (boolean inADict : new boolean[] {false, true}) {
      try (VectorEnvironment envs = Gym.vector(() -> table(inADict)).lanes(4).make();
          VectorEnvironment fresh = Gym.vector(() -> table(inADict)).make()) {
        Policy policy = algorithm.train(envs, Training.steps(6_000), Training.seed(1));
        assertThat(Episodes.meanReturn(policy, fresh, 1, 1)).isGreaterThanOrEqualTo(47);
      }
    }
  }

  @Test
  void attributionsOfChoicesAreRefused() {
    try (VectorEnvironment envs = Gym.vector(() -> table(false)).make()) {
      Policy policy = Ppo.settings().rolloutSteps(8).build().train(envs, Training.steps(8));
      assertThatThrownBy(() -> Attribution.of(policy, 4))
          .hasMessageContaining("a choice has no slope");
    }
  }
}
