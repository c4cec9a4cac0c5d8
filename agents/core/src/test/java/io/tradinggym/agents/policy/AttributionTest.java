package io.tradinggym.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.sac.Sac;
import io.tradinggym.agents.td3.Td3;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
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
        Arguments.of("sac", Sac.settings().network(Mlp.SMALL).build(), "Pendulum-v1"),
        Arguments.of("td3", Td3.settings().network(Mlp.SMALL).build(), "Pendulum-v1"));
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

  @Test
  void theScoresAreWhatTheDecisionFollows() {
    Policy policy = policy(Dqn.defaults(), "CartPole-v1");
    Attribution attribution = Attribution.of(policy, 1);
    float[] observation = observation(policy);
    int best = attribution.score(observation, 1) > attribution.score(observation, 0) ? 1 : 0;
    assertThat(policy.act(observation)).isEqualTo(best);
  }

  @Test
  void refusesAScoreThatIsNotThere() {
    Attribution attribution = Attribution.of(policy(Dqn.defaults(), "CartPole-v1"), 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> attribution.score(new float[4], 2))
        .withMessage("there are scores 0 .. 1, was asked for 2");
  }
}
