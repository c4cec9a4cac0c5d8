package io.tradinggym.agents.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.agents.dqn.DqnSettings;
import io.tradinggym.agents.policy.QPolicy;
import io.tradinggym.agents.train.Training;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The same replay in a file. */
class MappedReplayTest extends ReplayTest {
  @Override
  long memory() {
    return 0;
  }

  @Test
  void learningFromAFileHasTheSameBits() {
    assertThat(learned(0)).isEqualTo(learned(OffPolicySettings.DEFAULT_MEMORY));
  }

  private static float[] learned(long memory) {
    DqnSettings.Builder dqn = Dqn.settings().capacity(500).memory(memory).nStep(2);
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 4)) {
      return ((QPolicy) dqn.build().train(envs, Training.steps(2_000))).parameters();
    }
  }

  @Test
  void saysWhereItCannotLie() {
    Path missing = Path.of("no", "such", "folder");
    assertThatThrownBy(() -> MappedStore.create(1_000, missing))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("a replay of 4,000 bytes does not fit into")
        .hasMessageContaining("set java.io.tmpdir");
  }
}
