package io.tradinggym.agents.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.ConstantReward;
import io.tradinggym.agents.ContinuousIdentity;
import io.tradinggym.agents.Identity;
import io.tradinggym.agents.policy.ActorCriticPolicy;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.train.Checkpoints;
import io.tradinggym.agents.train.Episodes;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.agents.train.Training;
import io.tradinggym.agents.train.TrainingRun;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PpoTest {
  private static final int EPISODES = 20;

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
    assertThat(solved(ppo, ContinuousIdentity::new, 16_000)).isGreaterThanOrEqualTo(90);
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

  @Test
  void givesTheSameBitsOnAnyNumberOfThreads() {
    assertThat(parameters(1)).isEqualTo(parameters(2)).isEqualTo(parameters(5));
  }

  private static float[] parameters(int threads) {
    Ppo ppo =
        Ppo.settings().rolloutSteps(64).normalizeObservations(true).normalizeRewards(true).build();
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 8)) {
      Policy policy =
          ppo.train(envs, Training.steps(3_000), Training.seed(5), Training.threads(threads));
      return ((ActorCriticPolicy) policy).parameters();
    }
  }

  @Test
  void resumesFromACheckpointBitForBit(@TempDir Path folder) throws IOException {
    Ppo ppo =
        Ppo.settings().rolloutSteps(32).normalizeObservations(true).normalizeRewards(true).build();
    float[] whole = resumed(ppo, folder.resolve("unused"), 0);
    float[] interrupted = resumed(ppo, folder.resolve("checkpoint"), 3);
    assertThat(interrupted).isEqualTo(whole);
  }

  /** Trains six iterations; after some of them the run is thrown away and goes on from its checkpoint in a fresh one. */
  private static float[] resumed(Ppo ppo, Path file, int interruptAfter) throws IOException {
    long total = 6L * 32 * 4;
    for (int attempt = 0; ; attempt++) {
      try (VectorEnvironment envs = Gym.vector("CartPole-v1", 4);
          Learner learner = ppo.start(envs, 11, 1)) {
        TrainingRun run = new TrainingRun(ppo, learner, total, 11);
        if (attempt > 0) {
          Checkpoints.load(file, run);
        }
        for (int i = 0; learner.steps() < total; i++) {
          if (attempt == 0 && interruptAfter > 0 && i == interruptAfter) {
            Checkpoints.save(file, run);
            break;
          }
          learner.advance(run.progress());
        }
        if (learner.steps() >= total) {
          return ((ActorCriticPolicy) learner.policy()).parameters();
        }
      }
    }
  }

  @Test
  void refusesADamagedCheckpoint(@TempDir Path folder) throws IOException {
    Ppo ppo = Ppo.defaults();
    Path file = folder.resolve("checkpoint");
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 2);
        Learner learner = ppo.start(envs, 1, 1)) {
      TrainingRun run = new TrainingRun(ppo, learner, 1000, 1);
      Checkpoints.save(file, run);
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
      assertThatThrownBy(() -> Checkpoints.load(file, run))
          .hasMessageContaining(file.toString())
          .hasMessageContaining("damaged");
    }
  }

  @Test
  void savedPoliciesActAlike(@TempDir Path folder) throws IOException {
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 4)) {
      Policy policy =
          Ppo.settings().normalizeObservations(true).build().train(envs, Training.steps(2_000));
      Path file = folder.resolve("cartpole.policy");
      policy.save(file);
      Policy loaded = Policy.load(file);
      assertThat(((ActorCriticPolicy) loaded).parameters())
          .isEqualTo(((ActorCriticPolicy) policy).parameters());
      for (float angle : List.of(-0.1f, 0f, 0.1f)) {
        float[] observation = {0.1f, -0.3f, angle, 0.2f};
        assertThat(loaded.act(observation)).isEqualTo(policy.act(observation));
      }
      assertThat(loaded.observationSpace()).isEqualTo(envs.observationSpace());
    }
  }

  @Test
  void namesWhatBecameNan() {
    Ppo ppo = Ppo.settings().rolloutSteps(8).build();
    // The passive checker would refuse the reward first.
    try (VectorEnvironment envs = Gym.vector(NanReward::new).lanes(2).unchecked().make()) {
      assertThatThrownBy(() -> ppo.train(envs, Training.steps(100)))
          .isInstanceOf(ArithmeticException.class)
          .hasMessageContaining("update 0");
    }
  }

  @Test
  void refusesToTrainWithoutAutoreset() {
    try (VectorEnvironment envs = lanes(() -> new Identity(2, false), 2, AutoReset.DISABLED)) {
      assertThatThrownBy(() -> Ppo.defaults().train(envs, Training.steps(100)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("DISABLED");
    }
  }

  /** An environment with a bug. */
  private static final class NanReward implements EnvironmentLogic {
    private final EnvironmentLogic inner = new Identity(2, false);

    @Override
    public EnvironmentSpec spec() {
      return inner.spec();
    }

    @Override
    public void reset(RandomStream random, Options options, Frame frame) {
      inner.reset(random, options, frame);
    }

    @Override
    public EndReason step(Action action, RandomStream random, Frame frame) {
      EndReason reason = inner.step(action, random, frame);
      frame.reward(Double.NaN);
      return reason;
    }
  }
}
