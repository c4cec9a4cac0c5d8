package io.tradinggym.agents.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.AlgorithmContract;
import io.tradinggym.agents.ConstantReward;
import io.tradinggym.agents.Identity;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.Actor;
import io.tradinggym.agents.policy.Memory;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.agents.train.Training;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.classic.TMaze;
import io.tradinggym.api.space.Space;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * PPO with a memory is an algorithm like any other, learns from what it saw when it acted, and remembers what it must.
 */
class RecurrentPpoTest extends AlgorithmContract {
  private static final Mlp NARROW = new Mlp(List.of(32), Activation.TANH);
  private static final int CORRIDOR = 6;

  @Override
  protected Algorithm algorithm() {
    return Ppo.settings()
        .rolloutSteps(24)
        .minibatch(32)
        .normalizeObservations(true)
        .normalizeRewards(true)
        .memory(Memory.lstm(12).steps(8))
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

  private static Ppo mazeRunner(@Nullable Memory memory) {
    PpoSettings.Builder settings =
        Ppo.settings()
            .rolloutSteps(32)
            .minibatch(256)
            .epochs(8)
            .gamma(0.98)
            .learningRate(Schedule.linear(6e-3))
            .entropy(Schedule.linear(0.02))
            .network(NARROW);
    return (memory == null ? settings : settings.memory(memory)).build();
  }

  private static double returnInTheMaze(@Nullable Memory memory) {
    return trained(mazeRunner(memory), () -> new TMaze(CORRIDOR), 16, 40_000);
  }

  @ParameterizedTest
  @EnumSource(Memory.Kind.class)
  void remembersTheSignUntilTheJunction(Memory.Kind kind) {
    assertThat(returnInTheMaze(new Memory(kind, 32, 32))).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void withoutMemoryItCanOnlyGuess() {
    // 20 guesses of 1 or -1: the mean is within 3 standard errors of 0.
    assertThat(returnInTheMaze(null)).isBetween(-0.7, 0.7);
  }

  /**
   * The ratio of new to old probability is exactly 1 until the first step of the optimiser: states are what they were.
   */
  @ParameterizedTest
  @CsvSource({"LSTM,NEXT_STEP", "LSTM,SAME_STEP", "GRU,NEXT_STEP", "GRU,SAME_STEP"})
  void learnsFromWhatItRememberedWhenItActed(Memory.Kind kind, AutoReset mode) {
    Ppo ppo =
        Ppo.settings()
            .rolloutSteps(24)
            .minibatch(24 * 3)
            .epochs(1)
            .learningRate(Schedule.constant(0.01))
            .memory(new Memory(kind, 12, 8))
            .build();
    try (VectorEnvironment envs = Gym.vector(() -> new TMaze(3), 3, 1, mode);
        Learner learner = ppo.start(envs, 5, 2)) {
      for (int i = 0; i < 20; i++) {
        learner.advance(0);
        assertThat(learner.metrics().get("policy/approxKl")).isZero();
        assertThat(learner.metrics().get("update/gradientNorm")).isPositive();
      }
      assertThat(learner.episodes().finished()).isGreaterThan(20);
    }
  }

  @Test
  void obeysTheMask() {
    Ppo ppo = Ppo.settings().rolloutSteps(16).memory(Memory.gru(8)).build();
    // Only the right choice is allowed, so an untrained policy already hits every time.
    assertThat(trained(ppo, () -> new Identity(5, true), 4, 64)).isEqualTo(100);
  }

  @ParameterizedTest
  @EnumSource(
      value = AutoReset.class,
      names = {"NEXT_STEP", "SAME_STEP"})
  void bootstrapsTruncatedEpisodes(AutoReset mode) {
    double gamma = 0.8;
    Ppo ppo =
        Ppo.settings()
            .rolloutSteps(30)
            .minibatch(60)
            .epochs(10)
            .gamma(gamma)
            .lambda(1)
            .learningRate(Schedule.constant(3e-3))
            .memory(Memory.lstm(8))
            .build();
    try (VectorEnvironment envs = Gym.vector(() -> new ConstantReward(false), 2, 1, mode)) {
      Policy policy = ppo.train(envs, Training.steps(6_000), Training.seed(2));
      float[] value = new float[1];
      policy.actor(1).values(new float[] {1}, 1, value);
      assertThat((double) value[0]).isCloseTo(1 / (1 - gamma), within(0.15));
    }
  }

  @Test
  void anActorForgetsAtTheBeginningOfAnEpisodeAndGoesOnFromASavedMemory() {
    Policy policy = untrained();
    Actor actor = policy.actor(2);
    float[] see = {0.3f, -1, 0.7f, 1};
    float[] fresh = probabilities(actor, see);
    float[] second = probabilities(actor, see);
    assertThat(second).as("it remembers").isNotEqualTo(fresh);

    float[] memory = new float[2 * actor.memorySize()];
    actor.saveMemory(memory);
    float[] third = probabilities(actor, see);
    Actor other = policy.actor(2);
    other.restoreMemory(memory);
    assertThat(probabilities(other, see)).as("where the first one was").isEqualTo(third);

    actor.begin(new boolean[] {true, false});
    float[] mixed = probabilities(actor, see);
    assertThat(Arrays.copyOf(mixed, 3)).as("begun anew").isEqualTo(Arrays.copyOf(fresh, 3));
    assertThat(Arrays.copyOfRange(mixed, 3, 6))
        .as("goes on")
        .isEqualTo(Arrays.copyOfRange(probabilities(other, see), 3, 6));
  }

  private static Policy untrained() {
    try (VectorEnvironment envs = Gym.vector(() -> new TMaze(3), 2, 1, AutoReset.NEXT_STEP);
        Learner learner = Ppo.settings().memory(Memory.lstm(8)).build().start(envs, 5, 1)) {
      return learner.policy();
    }
  }

  private static float[] probabilities(Actor actor, float[] observations) {
    actor.act(observations, new boolean[0], 2, new float[2]);
    float[] probabilities = new float[6];
    actor.probabilities(probabilities);
    return probabilities;
  }

  @Test
  void refusesToActWithoutAnActor() {
    Policy policy = untrained();
    assertThat(policy.remembers()).isTrue();
    assertThatThrownBy(() -> policy.act(new float[] {1, 0}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("policy.actor");
  }

  @Test
  void refusesSequencesThatDoNotFillARollout() {
    assertThatThrownBy(
            () -> Ppo.settings().rolloutSteps(32).memory(Memory.lstm(8).steps(12)).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a multiple of the memory's steps")
        .hasMessageContaining("12");
  }
}
