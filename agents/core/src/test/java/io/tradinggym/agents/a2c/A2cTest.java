package io.tradinggym.agents.a2c;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.AlgorithmContract;
import io.tradinggym.agents.ConstantReward;
import io.tradinggym.agents.ContinuousIdentity;
import io.tradinggym.agents.Identity;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.nn.optimizer.OptimizerKind;
import io.tradinggym.agents.policy.Memory;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.agents.train.Training;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.classic.TMaze;
import io.tradinggym.api.space.Space;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class A2cTest extends AlgorithmContract {
  @Override
  protected Algorithm algorithm() {
    return A2c.settings()
        .rolloutSteps(64)
        .normalizeObservations(true)
        .normalizeRewards(true)
        .build();
  }

  @Override
  protected String environment() {
    return "CartPole-v1";
  }

  @Override
  protected Set<Class<? extends Space>> actionSpaces() {
    return ALL_SPACES;
  }

  @Override
  protected EnvironmentLogic probe() {
    return new Identity(2, false);
  }

  /** As Stable-Baselines3's own test: 1,200 steps, at least 90 of 100. */
  @ParameterizedTest
  @EnumSource(OptimizerKind.class)
  void learnsTheIdentity(OptimizerKind optimizer) {
    A2c a2c =
        A2c.settings()
            .gamma(0.5)
            .optimizer(optimizer)
            .learningRate(Schedule.constant(3e-3))
            .build();
    assertThat(trained(a2c, () -> new Identity(2, false), 1, 1_200)).isGreaterThanOrEqualTo(90);
  }

  @Test
  void learnsTheContinuousIdentity() {
    A2c a2c =
        A2c.settings()
            .rolloutSteps(5)
            .gamma(0.5)
            .learningRate(Schedule.linear(0.02))
            .normalizeAdvantages(true)
            .build();
    assertThat(trained(a2c, ContinuousIdentity::new, 4, 2_000)).isGreaterThanOrEqualTo(90);
  }

  @Test
  void obeysTheMask() {
    // Only the right choice is allowed, so an untrained policy already hits every time.
    assertThat(trained(A2c.defaults(), () -> new Identity(5, true), 4, 40)).isEqualTo(100);
  }

  @ParameterizedTest
  @EnumSource(
      value = AutoReset.class,
      names = {"NEXT_STEP", "SAME_STEP"})
  void bootstrapsTruncatedEpisodes(AutoReset mode) {
    double gamma = 0.8;
    A2c a2c = A2c.settings().gamma(gamma).learningRate(Schedule.linear(3e-3)).build();
    try (VectorEnvironment envs = Gym.vector(() -> new ConstantReward(false), 2, 1, mode)) {
      Policy policy = a2c.train(envs, Training.steps(8_000), Training.seed(2));
      float[] value = new float[1];
      policy.actor(1).values(new float[] {1}, 1, value);
      assertThat((double) value[0]).isCloseTo(1 / (1 - gamma), within(0.1));
    }
  }

  @Test
  void remembersASign() {
    A2c a2c =
        A2c.settings()
            .rolloutSteps(16)
            .gamma(0.9)
            .learningRate(Schedule.linear(4e-3))
            .entropy(Schedule.linear(0.03))
            .optimizer(OptimizerKind.ADAM)
            .network(new Mlp(List.of(32), Activation.TANH))
            .memory(Memory.gru(16))
            .build();
    assertThat(trained(a2c, () -> new TMaze(2), 16, 60_000)).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void refusesSettingsOutOfRange() {
    assertThatThrownBy(() -> A2c.settings().gamma(1.5).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("gamma must be in (0, 1], was 1.5");
    assertThatThrownBy(() -> A2c.settings().rolloutSteps(0).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rolloutSteps must be >= 1, was 0");
    assertThatThrownBy(() -> A2c.settings().optimizerEpsilon(Double.NaN).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("optimizerEpsilon must be > 0, was NaN");
  }
}
