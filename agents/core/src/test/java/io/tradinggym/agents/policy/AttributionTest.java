package io.tradinggym.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.a2c.A2c;
import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.agents.policy.head.Gsde;
import io.tradinggym.agents.policy.returns.ReturnLaw;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.sac.DiscreteSac;
import io.tradinggym.agents.sac.Sac;
import io.tradinggym.agents.td3.Td3;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AttributionTest {
  private static final float STEP = 1e-2f;

  /** With tanh: a finite difference across the kink of a ReLU is no slope. */
  static List<Arguments> policies() {
    Algorithm ppo = Ppo.settings().rolloutSteps(32).normalizeObservations(true).build();
    return List.of(
        Arguments.of("ppo", ppo, "CartPole-v1"),
        Arguments.of("ppo on a Box", ppo, "Pendulum-v1"),
        Arguments.of("dqn", Dqn.settings().network(Mlp.SMALL).dueling(true).build(), "CartPole-v1"),
        Arguments.of(
            "c51",
            Dqn.settings().network(Mlp.SMALL).returns(ReturnLaw.categorical(9, 0, 4)).build(),
            "CartPole-v1"),
        Arguments.of(
            "qr-dqn",
            Dqn.settings().network(Mlp.SMALL).returns(ReturnLaw.quantiles(7)).build(),
            "CartPole-v1"),
        Arguments.of("a2c", A2c.settings().rolloutSteps(32).build(), "CartPole-v1"),
        Arguments.of(
            "ppo with gSDE",
            Ppo.settings().rolloutSteps(32).gsde(Gsde.perRollout()).build(),
            "Pendulum-v1"),
        Arguments.of("lstm", remembering(Memory.lstm(12)), "CartPole-v1"),
        Arguments.of("gru", remembering(Memory.gru(12)), "Pendulum-v1"),
        Arguments.of(
            "discrete sac",
            DiscreteSac.settings().network(Mlp.SMALL).buildDiscrete(),
            "CartPole-v1"),
        Arguments.of("sac", Sac.settings().network(Mlp.SMALL).build(), "Pendulum-v1"),
        Arguments.of("td3", Td3.settings().network(Mlp.SMALL).build(), "Pendulum-v1"));
  }

  private static Algorithm remembering(Memory memory) {
    return Ppo.settings().rolloutSteps(32).normalizeObservations(true).memory(memory).build();
  }

  private static Policy policy(Algorithm algorithm, String id) {
    try (VectorEnvironment envs = Gym.vector(id, 4);
        Learner learner = algorithm.start(envs, 5, 1)) {
      learner.advance(0);
      return learner.policy();
    }
  }

  private static float[] observation(Policy policy) {
    float[] observation = new float[policy.observationSpace().size()];
    for (int i = 0; i < observation.length; i++) {
      observation[i] = 0.3f - 0.17f * i;
    }
    return observation;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("policies")
  void theGradientIsTheSlopeOfTheScore(String name, Algorithm algorithm, String id) {
    Policy policy = policy(algorithm, id);
    Attribution attribution = Attribution.of(policy, 8);
    float[] observation = observation(policy);
    for (int index = 0; index < attribution.scores(); index++) {
      float[] gradient = new float[observation.length];
      attribution.gradient(observation, index, gradient);
      for (int i = 0; i < observation.length; i++) {
        float[] up = observation.clone();
        float[] down = observation.clone();
        up[i] += STEP;
        down[i] -= STEP;
        double slope =
            (attribution.score(up, index) - attribution.score(down, index)) / (2.0 * STEP);
        assertThat((double) gradient[i])
            .as("score %s, element %s", index, i)
            .isCloseTo(slope, within(0.02 * Math.abs(slope) + 3e-3));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("policies")
  void integratedGradientsSumToTheDifferenceOfTheScores(
      String name, Algorithm algorithm, String id) {
    Policy policy = policy(algorithm, id);
    Attribution attribution = Attribution.of(policy, 256);
    float[] observation = observation(policy);
    float[] baseline = new float[observation.length];
    float[] parts = new float[observation.length];
    for (int index = 0; index < attribution.scores(); index++) {
      attribution.integrated(observation, baseline, index, parts);
      double sum = 0;
      for (float part : parts) {
        sum += part;
      }
      double difference =
          attribution.score(observation, index) - attribution.score(baseline, index);
      assertThat(sum).isCloseTo(difference, within(0.01 * Math.abs(difference) + 1e-3));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("policies")
  void severalRowsAreAsOneAtATime(String name, Algorithm algorithm, String id) {
    Policy policy = policy(algorithm, id);
    Attribution attribution = Attribution.of(policy, 8);
    float[] one = observation(policy);
    float[] rows = Arrays.copyOf(one, 3 * one.length);
    for (int i = one.length; i < rows.length; i++) {
      rows[i] = 0.2f * (i % 7) - 0.5f;
    }
    int count = attribution.scores();
    float[] scores = new float[3 * count];
    attribution.scores(rows, 3, scores);
    float[] slopes = new float[rows.length];
    attribution.gradients(rows, 3, count - 1, 0, slopes);
    for (int row = 0; row < 3; row++) {
      float[] x = Arrays.copyOfRange(rows, row * one.length, (row + 1) * one.length);
      for (int index = 0; index < count; index++) {
        assertThat(scores[row * count + index])
            .isCloseTo(attribution.score(x, index), within(1e-5f));
      }
      float[] high = new float[one.length];
      float[] low = new float[one.length];
      attribution.gradient(x, count - 1, high);
      attribution.gradient(x, 0, low);
      for (int i = 0; i < one.length; i++) {
        // Of one continuous value the score is its own rival: index and less are the same, and
        // index wins.
        float expected = count == 1 ? high[i] : high[i] - low[i];
        assertThat(slopes[row * one.length + i]).isCloseTo(expected, within(1e-4f));
      }
    }
  }

  @Test
  void theScoresAreWhatTheDecisionFollows() {
    Policy policy = policy(Dqn.defaults(), "CartPole-v1");
    Attribution attribution = Attribution.of(policy, 1);
    float[] observation = observation(policy);
    int best = attribution.score(observation, 1) > attribution.score(observation, 0) ? 1 : 0;
    assertThat(policy.act(observation)).isEqualTo(best);
  }

  /** The scores of a policy that has seen two observations before follow from what it remembers of them. */
  @Test
  void whatIsRememberedCounts() {
    Policy policy = policy(remembering(Memory.lstm(12)), "CartPole-v1");
    Attribution attribution = Attribution.of(policy, 256);
    Actor actor = policy.actor(1);
    float[] action = new float[1];
    actor.act(new float[] {1, -2, 0.1f, 2}, new boolean[0], 1, action);
    actor.act(new float[] {1, -1, 0.2f, 1}, new boolean[0], 1, action);
    float[] memory = new float[actor.memorySize()];
    actor.saveMemory(memory);
    float[] observation = observation(policy);
    float fresh = attribution.score(observation, 0) - attribution.score(observation, 1);
    attribution.remember(memory);
    float told = attribution.score(observation, 0) - attribution.score(observation, 1);
    assertThat(told).isNotEqualTo(fresh);
    actor.act(observation, new boolean[0], 1, action);
    float[] chances = new float[2];
    actor.probabilities(chances);
    assertThat((double) told)
        .as("the log odds of the decision itself")
        .isCloseTo(Math.log(chances[0] / chances[1]), within(1e-5));
    float[] parts = new float[observation.length];
    attribution.integrated(observation, new float[observation.length], 0, parts);
    double sum = parts[0] + parts[1] + parts[2] + parts[3];
    double difference =
        attribution.score(observation, 0) - attribution.score(new float[observation.length], 0);
    assertThat(sum).isCloseTo(difference, within(0.01 * Math.abs(difference) + 1e-5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> attribution.remember(new float[1]))
        .withMessageContaining("was given 1");
  }

  @Test
  void refusesAScoreThatIsNotThere() {
    Attribution attribution = Attribution.of(policy(Dqn.defaults(), "CartPole-v1"), 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> attribution.score(new float[4], 2))
        .withMessage("there are scores 0 .. 1, was asked for 2");
  }
}
