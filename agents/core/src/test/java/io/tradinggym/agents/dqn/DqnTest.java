package io.tradinggym.agents.dqn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tradinggym.agents.AlgorithmContract;
import io.tradinggym.agents.ConstantReward;
import io.tradinggym.agents.Identity;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.policy.QPolicy;
import io.tradinggym.agents.policy.returns.ReturnLaw;
import io.tradinggym.agents.replay.Prioritization;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Episodes;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.agents.train.Training;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DqnTest extends AlgorithmContract {
  private static DqnSettings.Builder quick() {
    return Dqn.settings()
        .capacity(10_000)
        .learningStarts(50)
        .trainEvery(1)
        .gamma(0.5)
        .learningRate(Schedule.constant(3e-3))
        .targetEvery(100);
  }

  @Override
  protected Algorithm algorithm() {
    // 300 rows: three shards, so that threads have something to share.
    return Dqn.settings()
        .capacity(1_000)
        .learningStarts(40)
        .trainEvery(16)
        .gradientSteps(2)
        .batch(300)
        .nStep(3)
        .prioritization(Prioritization.DEFAULT)
        .dueling(true)
        .targetEvery(128)
        .tau(0.5)
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

  /** As Stable-Baselines3's own test: 1,200 steps, at least 90 of 100; each option alone, and all of them. */
  @ParameterizedTest
  @CsvSource({
    "false, false, false, 1",
    "true, false, false, 1",
    "false, true, false, 1",
    "false, false, true, 1",
    "false, false, false, 3",
    "true, true, true, 3"
  })
  void learnsTheIdentity(boolean doubleQ, boolean dueling, boolean prioritised, int nStep) {
    DqnSettings.Builder dqn = quick().doubleQ(doubleQ).dueling(dueling).nStep(nStep);
    if (prioritised) {
      dqn.prioritization(Prioritization.DEFAULT);
    }
    assertThat(trained(dqn.build(), () -> new Identity(2, false), 1, 1_200))
        .isGreaterThanOrEqualTo(90);
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void learnsTheIdentityFromDistributionsOfReturns(ReturnLaw returns, boolean everything) {
    DqnSettings.Builder dqn = quick().returns(returns);
    if (everything) {
      dqn.doubleQ(true).dueling(true).nStep(3).prioritization(Prioritization.DEFAULT);
    }
    assertThat(trained(dqn.build(), () -> new Identity(2, false), 1, 1_200))
        .isGreaterThanOrEqualTo(90);
  }

  static List<Arguments> distributions() {
    ReturnLaw categorical = ReturnLaw.categorical(21, -1, 3);
    ReturnLaw quantiles = ReturnLaw.quantiles(16);
    return List.of(
        arguments(categorical, false),
        arguments(categorical, true),
        arguments(quantiles, false),
        arguments(quantiles, true));
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void distributionsBootstrapTruncatedEpisodesToo(ReturnLaw returns, boolean everything) {
    assertThat(value(returns, false, AutoReset.NEXT_STEP, 0.5)).isCloseTo(2, within(0.15));
  }

  /** Chance alone keeps the pole up for 22 steps. In many lanes as in few, for samples keep their ratio to steps. */
  @ParameterizedTest
  @ValueSource(ints = {2, 32})
  void learnsToKeepThePoleUpWithDefaultSettings(int lanes) {
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", lanes);
        VectorEnvironment fresh = Gym.vector("CartPole-v1", 10)) {
      Policy policy = Dqn.defaults().train(envs, Training.steps(25_000), Training.seed(1));
      assertThat(Episodes.meanReturn(policy, fresh, 20, 9)).isGreaterThan(60);
    }
  }

  @Test
  void obeysTheMask() {
    // Only the right choice is allowed: exploring hits every time, and so does an untrained policy.
    try (VectorEnvironment envs =
            Gym.vector(() -> new Identity(5, true), 4, 1, AutoReset.NEXT_STEP);
        var learner = quick().build().start(envs, 1, 1)) {
      while (learner.steps() < 1_000) {
        learner.advance(0);
      }
      assertThat(learner.episodes().meanReturn()).isEqualTo(100);
    }
    assertThat(trained(quick().build(), () -> new Identity(5, true), 4, 40)).isEqualTo(100);
  }

  @ParameterizedTest
  @EnumSource(
      value = AutoReset.class,
      names = {"NEXT_STEP", "SAME_STEP"})
  void bootstrapsTruncatedEpisodesOnly(AutoReset mode) {
    double gamma = 0.8;
    assertThat(value(false, mode, gamma)).isCloseTo(1 / (1 - gamma), within(0.15));
    // The network cannot tell the five steps apart, one of which is the last. The Huber loss is
    // level where
    // 4/5 (Q - 1 - gamma Q) + 1/5 min(1, Q - 1) = 0, and the minimum is 1.
    assertThat(value(true, mode, gamma))
        .isCloseTo((4 / 5.0 - 1 / 5.0) / (4 / 5.0 * (1 - gamma)), within(0.15));
  }

  private static double value(boolean terminates, AutoReset mode, double gamma) {
    return value(ReturnLaw.expectation(), terminates, mode, gamma);
  }

  private static double value(ReturnLaw returns, boolean terminates, AutoReset mode, double gamma) {
    Dqn dqn = quick().returns(returns).gamma(gamma).learningRate(Schedule.linear(3e-3)).build();
    try (VectorEnvironment envs = Gym.vector(() -> new ConstantReward(terminates), 2, 1, mode)) {
      Policy policy = dqn.train(envs, Training.steps(8_000), Training.seed(2));
      float[] value = new float[1];
      policy.actor(1).values(new float[] {1}, 1, value);
      return value[0];
    }
  }

  @Test
  void thePolicyTakesTheActionOfTheLargestValue() {
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 1);
        var learner = algorithm().start(envs, 5, 1)) {
      QPolicy policy = (QPolicy) learner.policy();
      float[] values = new float[2];
      float[] observation = {0.1f, -0.2f, 0.05f, 0.3f};
      policy.actionValues(observation, values);
      int best = values[1] > values[0] ? 1 : 0;
      assertThat(policy.act(observation)).isEqualTo(best);
      float[] action = new float[1];
      var actor = policy.actor(1);
      actor.act(observation, new boolean[] {best != 0, best != 1}, 1, action);
      assertThat(action[0]).as("the best is forbidden").isEqualTo(1 - best);
      float[] chances = new float[2];
      actor.probabilities(chances);
      assertThat(chances[1 - best]).isEqualTo(1);
    }
  }

  @Test
  void refusesWhatItCannotDo() {
    try (VectorEnvironment envs = Gym.vector("Pendulum-v1", 1)) {
      assertThatThrownBy(() -> Dqn.defaults().start(envs, 1, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("needs a Discrete action space, was");
    }
    assertThatThrownBy(() -> Dqn.settings().tau(0).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tau must be in (0, 1], was 0.0");
    assertThatThrownBy(() -> Dqn.settings().nStep(0).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nStep must be >= 1, was 0");
  }
}
