package io.tradinggym.agents.train;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tradinggym.agents.a2c.A2c;
import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.replay.Prioritization;
import io.tradinggym.agents.sac.Sac;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What does not fit into memory is no defect: a setting is too large, and the message says which. */
class RoomTest {
  private static final Mlp WIDE = new Mlp(List.of(70_000, 70_000), Activation.RELU);

  static List<Arguments> tooLarge() {
    return List.of(
        arguments(Ppo.settings().rolloutSteps(1 << 30).build(), "rolloutSteps"),
        arguments(A2c.settings().rolloutSteps(2_000_000_000).build(), "rolloutSteps"),
        arguments(
            Dqn.settings().capacity(2_100_000_000).memory(Long.MAX_VALUE).build(), "capacity"),
        arguments(
            Dqn.settings().capacity(2_000_000_000).prioritization(Prioritization.DEFAULT).build(),
            "capacity"),
        arguments(Dqn.settings().capacity(100).batch(2_000_000_000).build(), "batch"),
        arguments(Sac.settings().capacity(100).network(WIDE).build(), "hidden"));
  }

  @ParameterizedTest
  @MethodSource("tooLarge")
  void theSettingThatIsTooLargeIsNamed(Algorithm algorithm, String setting) {
    String id = algorithm instanceof Sac ? "Pendulum-v1" : "CartPole-v1";
    try (VectorEnvironment envs = Gym.vector(id, 2)) {
      assertThatThrownBy(() -> algorithm.start(envs, 1, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("does not fit into the memory")
          .hasMessageContaining("lower")
          .hasMessageContaining(setting)
          .hasMessageContaining("-Xmx");
    }
  }
}
