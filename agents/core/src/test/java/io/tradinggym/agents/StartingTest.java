package io.tradinggym.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.agents.a2c.A2c;
import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.sac.DiscreteSac;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.api.Action;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that cannot start leaves nothing behind. */
class StartingTest {
  static List<Algorithm> algorithms() {
    return List.of(
        Ppo.defaults(),
        A2c.defaults(),
        Dqn.settings().capacity(1_000).build(),
        DiscreteSac.settings().capacity(1_000).buildDiscrete());
  }

  private static EnvironmentLogic resetting(boolean fails) {
    return new EnvironmentLogic() {
      @Override
      public EnvironmentSpec spec() {
        return Scripted.described().build();
      }

      @Override
      public void reset(RandomStream random, Options options, Frame frame) {
        if (fails) {
          throw new IllegalStateException("no market today");
        }
        frame.observe(0, Double.NaN);
      }

      @Override
      public EndReason step(Action action, RandomStream random, Frame frame) {
        return EndReason.NONE;
      }
    };
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void noThreadIsLeftWhereTheFirstEpisodeCannotBegin(Algorithm algorithm)
      throws InterruptedException {
    for (boolean fails : new boolean[] {true, false}) {
      for (int i = 0; i < 3; i++) {
        try (VectorEnvironment envs =
            Gym.vector(() -> resetting(fails)).lanes(4).unchecked().make()) {
          assertThatThrownBy(() -> algorithm.start(envs, 1, 4))
              .isInstanceOf(fails ? IllegalStateException.class : ArithmeticException.class);
        }
      }
    }
    Thread.sleep(50);
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith("collector"));
  }

  @Test
  void withoutAutoresetNothingIsMadeAtAll() {
    for (Algorithm algorithm : algorithms()) {
      try (VectorEnvironment envs =
          Gym.vector("CartPole-v1").autoReset(AutoReset.DISABLED).make()) {
        assertThatThrownBy(() -> algorithm.start(envs, 1, 2)).hasMessageContaining("DISABLED");
      }
    }
  }
}
