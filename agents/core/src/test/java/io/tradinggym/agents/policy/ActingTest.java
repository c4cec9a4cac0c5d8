package io.tradinggym.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.agents.Identity;
import io.tradinggym.agents.a2c.A2c;
import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.sac.DiscreteSac;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Single decisions: what they need, and what is refused instead of answered wrongly. */
class ActingTest {
  @TempDir Path folder;

  static List<Algorithm> algorithms() {
    return List.of(
        Ppo.defaults(),
        A2c.defaults(),
        Dqn.settings().capacity(1_000).build(),
        DiscreteSac.settings().capacity(1_000).buildDiscrete());
  }

  private static Policy policy(Algorithm algorithm, boolean masked) {
    try (VectorEnvironment envs = Gym.vector(() -> new Identity(4, masked)).lanes(2).make();
        Learner learner = algorithm.start(envs, 1, 1)) {
      return learner.policy();
    }
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void whereAMaskSaysWhatIsAllowedAPolicyAsksForIt(Algorithm algorithm) throws IOException {
    Path file = folder.resolve("policy");
    policy(algorithm, true).save(file);
    Policy policy = Policy.load(file);
    float[] observation = new float[4];
    assertThat(policy.masked()).isTrue();
    assertThatThrownBy(() -> policy.act(observation))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("give the mask");
    assertThatThrownBy(() -> policy.act(observation, new float[1]))
        .hasMessageContaining("give the mask");
    float[] action = new float[1];
    for (int only = 0; only < 4; only++) {
      boolean[] mask = new boolean[4];
      mask[only] = true;
      assertThat(policy.act(observation, mask)).isEqualTo(only);
      policy.act(observation, mask, action);
      assertThat(action).containsExactly(only);
    }
    assertThatThrownBy(() -> policy.act(observation, new boolean[4]))
        .hasMessage("the mask allows nothing");
    assertThatThrownBy(() -> policy.act(observation, new boolean[3]))
        .hasMessage("a mask has 4 entries, was given 3");
  }

  @Test
  void lengthsAndNumbersAreChecked() {
    Policy policy = policy(Ppo.defaults(), false);
    assertThat(policy.masked()).isFalse();
    assertThat(policy.act(new float[4])).isBetween(0, 3);
    assertThat(policy.act(new float[4], new boolean[] {false, false, true, false})).isEqualTo(2);
    assertThatThrownBy(() -> policy.act(new float[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an observation has 4 values, was given 3");
    assertThatThrownBy(() -> policy.act(new float[5], new float[1]))
        .hasMessage("an observation has 4 values, was given 5");
    assertThatThrownBy(() -> policy.act(new float[4], new float[2]))
        .hasMessage("an action has 1 values, the array 2");
    for (float wrong : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> policy.act(new float[] {0, 0, wrong, 0}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("observation[2] is " + wrong);
    }
  }

  @Test
  void anActorChecksWhatItIsGiven() {
    Actor actor = policy(Ppo.defaults(), false).actor(2);
    boolean[] all = {};
    assertThatThrownBy(() -> actor.act(new float[12], all, 3, new float[3]))
        .hasMessage("this actor was made for up to 2 rows, was given 3");
    assertThatThrownBy(() -> actor.act(new float[7], all, 2, new float[2]))
        .hasMessage("observations of 2 rows must have 2 x 4 entries, had 7");
    assertThatThrownBy(() -> actor.act(new float[8], new boolean[7], 2, new float[2]))
        .hasMessage("masks of 2 rows must have 2 x 4 entries, had 7");
    assertThatThrownBy(() -> actor.act(new float[8], all, 2, new float[1]))
        .hasMessage("actions of 2 rows must have 2 x 1 entries, had 1");
  }

  @Test
  void onlyADiscretePolicyAnswersWithOneChoice() {
    try (VectorEnvironment envs = Gym.vector("Pendulum-v1", 1);
        Learner learner = A2c.defaults().start(envs, 1, 1)) {
      assertThatThrownBy(() -> learner.policy().act(new float[3]))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("use act(observation, action)");
    }
  }
}
