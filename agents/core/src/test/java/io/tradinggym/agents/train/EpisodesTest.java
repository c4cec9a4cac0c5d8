package io.tradinggym.agents.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.agents.Scripted;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EpisodesTest {
  private static Policy policy() {
    try (VectorEnvironment envs = lanes(0, 0, 1, AutoReset.NEXT_STEP)) {
      return Ppo.settings().rolloutSteps(8).build().train(envs, Training.steps(8));
    }
  }

  private static VectorEnvironment lanes(int length, int limit, int lanes, AutoReset mode) {
    return Gym.vector(() -> Scripted.counting(length, limit, 2), lanes, 1, mode);
  }

  /** 2 a step. */
  @ParameterizedTest
  @EnumSource(AutoReset.class)
  void aTaskWithoutAnEndIsCutAndThatIsSaid(AutoReset mode) {
    Policy policy = policy();
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (VectorEnvironment endless = lanes(0, 0, 2, mode);
        VectorEnvironment short5 = lanes(5, 0, 2, mode);
        VectorEnvironment limited = lanes(0, 30, 2, mode)) {
      System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
      assertThat(Episodes.returns(policy, endless, 5, 1, 20)).containsExactly(40, 40, 40, 40, 40);
      assertThat(Episodes.returns(policy, short5, 3, 1, 20)).containsExactly(10, 10, 10);
      // Its own limit counts, even beyond the one for those that have none.
      assertThat(Episodes.returns(policy, limited, 3, 1, 20)).containsExactly(60, 60, 60);
      assertThat(Episodes.returns(policy, limited, 0, 1)).isEmpty();
    } finally {
      System.setErr(before);
    }
    String line = said.toString(StandardCharsets.UTF_8);
    assertThat(line.isEmpty() || line.contains("Scripted-v0 states no limit of steps")).isTrue();
    assertThat(line.lines().count()).isLessThanOrEqualTo(1);
  }

  @Test
  void anEpisodeThatEndsAtTheLimitItselfIsNotCut() {
    try (VectorEnvironment envs = lanes(20, 0, 1, AutoReset.NEXT_STEP)) {
      assertThat(Episodes.returns(policy(), envs, 2, 1, 20)).containsExactly(40, 40);
    }
  }

  @Test
  void refusesLimitsThatAreNone() {
    try (VectorEnvironment envs = lanes(5, 0, 1, AutoReset.NEXT_STEP)) {
      assertThatThrownBy(() -> Episodes.returns(policy(), envs, 1, 1, 0))
          .hasMessage("the longest episode must be >= 1 steps, was 0");
      assertThatThrownBy(() -> Episodes.returns(policy(), envs, -1, 1))
          .hasMessage("episodes must be >= 0, was -1");
    }
  }
}
