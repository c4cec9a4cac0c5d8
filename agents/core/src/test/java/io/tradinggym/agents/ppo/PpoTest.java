package io.tradinggym.agents.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.AlgorithmContract;
import io.tradinggym.agents.ConstantReward;
import io.tradinggym.agents.ContinuousIdentity;
import io.tradinggym.agents.Identity;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Episodes;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.agents.train.Training;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.space.Space;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PpoTest extends AlgorithmContract {
  private static final int EPISODES = 20;

  @Override
  protected Algorithm algorithm() {
    return Ppo.settings()
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
  protected EnvironmentLogic probe() {
    return new Identity(2, false);
  }

  @Override
  protected Set<Class<? extends Space>> actionSpaces() {
    return ALL_SPACES;
  }

  private static VectorEnvironment lanes(
      Supplier<EnvironmentLogic> maker, int lanes, AutoReset mode) {
    return Gym.vector(maker, lanes, 1, mode);
  }

  private static double solved(Ppo ppo, Supplier<EnvironmentLogic> maker, long steps) {
    try (VectorEnvironment envs = lanes(maker, 4, AutoReset.SAME_STEP);
        VectorEnvironment fresh = lanes(maker, 4, AutoReset.NEXT_STEP)) {
      Policy policy = ppo.train(envs, Training.steps(steps), Training.seed(1));
      return Episodes.meanReturn(policy, fresh, EPISODES, 99);
    }
  }

  @Test
  void learnsTheIdentity() {
    Ppo ppo =
        Ppo.settings()
            .rolloutSteps(32)
            .minibatch(16)
            .epochs(10)
            .gamma(0.5)
            .learningRate(Schedule.constant(3e-3))
            .build();
    assertThat(solved(ppo, () -> new Identity(2, false), 1_200)).isGreaterThanOrEqualTo(90);
  }

  @Test
  void obeysTheMask() {
    Ppo ppo = Ppo.settings().rolloutSteps(16).build();
    // Only the right choice is allowed, so an untrained policy already hits every time.
    assertThat(solved(ppo, () -> new Identity(5, true), 64)).isEqualTo(100);
  }

  @Test
  void learnsTheContinuousIdentity() {
    Ppo ppo =
        Ppo.settings()
            .rolloutSteps(64)
            .minibatch(64)
            .epochs(10)
            .gamma(0.5)
            .learningRate(Schedule.constant(2e-3))
            .build();
    assertThat(solved(ppo, ContinuousIdentity::new, 1_000)).isGreaterThanOrEqualTo(90);
  }

  @ParameterizedTest
  @EnumSource(
      value = AutoReset.class,
      names = {"NEXT_STEP", "SAME_STEP"})
  void bootstrapsTruncatedEpisodesOnly(AutoReset mode) {
    double gamma = 0.8;
    assertThat(value(new ConstantReward(false), mode, gamma))
        .isCloseTo(1 / (1 - gamma), within(0.15));
    // The critic cannot tell the five steps apart: it learns the mean of their values.
    double mean = 0;
    for (int left = 1; left <= 5; left++) {
      mean += (1 - Math.pow(gamma, left)) / (1 - gamma) / 5;
    }
    assertThat(value(new ConstantReward(true), mode, gamma)).isCloseTo(mean, within(0.15));
  }

  private static double value(ConstantReward shape, AutoReset mode, double gamma) {
    boolean terminates = shape.spec().maxSteps() == 0;
    Ppo ppo =
        Ppo.settings()
            .rolloutSteps(30)
            .minibatch(60)
            .epochs(10)
            .gamma(gamma)
            .lambda(1)
            .learningRate(Schedule.constant(3e-3))
            .build();
    try (VectorEnvironment envs = lanes(() -> new ConstantReward(terminates), 2, mode)) {
      Policy policy = ppo.train(envs, Training.steps(6_000), Training.seed(2));
      float[] value = new float[1];
      policy.actor(1).values(new float[] {1}, 1, value);
      return value[0];
    }
  }
}
