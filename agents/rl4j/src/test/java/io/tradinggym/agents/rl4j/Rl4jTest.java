package io.tradinggym.agents.rl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.agents.Identity;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.policy.QPolicy;
import io.tradinggym.agents.train.Episodes;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import org.deeplearning4j.rl4j.learning.configuration.A3CLearningConfiguration;
import org.deeplearning4j.rl4j.learning.configuration.QLearningConfiguration;
import org.deeplearning4j.rl4j.network.configuration.ActorCriticDenseNetworkConfiguration;
import org.deeplearning4j.rl4j.network.configuration.DQNDenseNetworkConfiguration;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Adam;

class Rl4jTest {
  private static QLearningConfiguration learning(int steps, long seed) {
    return QLearningConfiguration.builder()
        .seed(seed)
        .maxStep(steps)
        .maxEpochStep(500)
        .gamma(0.5)
        .batchSize(16)
        .updateStart(50)
        .targetDqnUpdateFreq(50)
        .epsilonNbStep(300)
        .minEpsilon(0.05)
        .build();
  }

  private static DQNDenseNetworkConfiguration network() {
    return DQNDenseNetworkConfiguration.builder()
        .numLayers(1)
        .numHiddenNodes(16)
        .updater(new Adam(1e-2))
        .build();
  }

  private static double evaluated(Policy policy) {
    try (VectorEnvironment fresh =
        Gym.vector(() -> new Identity(2, false), 4, 1, AutoReset.NEXT_STEP)) {
      return Episodes.meanReturn(policy, fresh, 8, 99);
    }
  }

  @Test
  void dqnLearnsTheIdentity() {
    Rl4jRun run =
        Rl4j.dqn(GymMdpTest.of(() -> new Identity(2, false)), learning(800, 1), network());
    assertThat(run.steps()).isEqualTo(800);
    assertThat(run.returns()).hasSize(8);
    assertThat(run.returns()[0]).as("chance, at first").isLessThan(70);
    assertThat(evaluated(run.policy())).isGreaterThanOrEqualTo(90);
  }

  @Test
  void a3cLearnsTheIdentity() {
    A3CLearningConfiguration learning =
        A3CLearningConfiguration.builder()
            .seed(3L)
            .maxStep(2_000)
            .maxEpochStep(500)
            .numThreads(1)
            .nStep(10)
            .gamma(0.5)
            .build();
    Rl4jRun run = Rl4j.a3c(GymMdpTest.of(() -> new Identity(2, false)), learning, actorCritic());
    assertThat(evaluated(run.policy())).isGreaterThanOrEqualTo(90);
  }

  private static ActorCriticDenseNetworkConfiguration actorCritic() {
    return ActorCriticDenseNetworkConfiguration.builder()
        .numLayers(1)
        .numHiddenNodes(16)
        .updater(new Adam(1e-2))
        .build();
  }

  @Test
  void theSameSeedGivesTheSameDqn() {
    assertThat(trained(4)).isEqualTo(trained(4)).isNotEqualTo(trained(5));
  }

  private static float[] trained(long seed) {
    Rl4jRun run = Rl4j.dqn(() -> Gym.make("CartPole-v1"), learning(150, seed), network());
    return ((QPolicy) run.policy()).parameters();
  }

  @Test
  void anLstmIsRefused() {
    ActorCriticDenseNetworkConfiguration network =
        ActorCriticDenseNetworkConfiguration.builder().useLSTM(true).build();
    A3CLearningConfiguration learning =
        A3CLearningConfiguration.builder().seed(1L).numThreads(1).nStep(5).build();
    assertThatThrownBy(() -> Rl4j.a3c(() -> Gym.make("CartPole-v1"), learning, network))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("useLSTM must be false");
  }
}
