package io.tradinggym.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.a2c.A2c;
import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.agents.nn.NetworkEngine;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.ActorCriticPolicy;
import io.tradinggym.agents.policy.Memory;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.policy.head.Gsde;
import io.tradinggym.agents.policy.returns.ReturnLaw;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.sac.Sac;
import io.tradinggym.agents.td3.Td3;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Checkpoints;
import io.tradinggym.agents.train.Episodes;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.agents.train.Training;
import io.tradinggym.agents.train.TrainingRun;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Learners on an engine: they learn, save, resume and share work as on any other. */
public abstract class EngineLearningContract {
  /** Chance holds the pole for 22 steps. With the SIMD engine six seeds of six reached 496 to 500. */
  private static final double PPO_BAR = 195;

  /** With the SIMD engine six seeds of six reached 131 to 219 in these few steps. */
  private static final double DQN_BAR = 75;

  private static final float VALUE_TOLERANCE = 1e-3f;

  /** Differences in last bits, grown over some updates. */
  private static final float LEARNED_TOLERANCE = 1e-2f;

  /** The engine under test. */
  protected abstract NetworkEngine engine();

  private Ppo ppo() {
    return Ppo.settings()
        .rolloutSteps(32)
        .epochs(10)
        .gamma(0.98)
        .lambda(0.8)
        .learningRate(Schedule.linear(1e-3))
        .network(Mlp.SMALL.on(engine()))
        .build();
  }

  @Test
  void ppoLearnsCartPole() {
    assertThat(learned(ppo(), 4, 25_000)).isGreaterThan(PPO_BAR);
  }

  @Test
  void dqnLearnsCartPole() {
    Dqn dqn =
        Dqn.settings()
            .capacity(20_000)
            .learningStarts(1_000)
            .trainEvery(4)
            .gradientSteps(1)
            .batch(64)
            .targetEvery(500)
            .learningRate(Schedule.linear(2e-3))
            .network(new Mlp(List.of(64, 64), Activation.RELU).on(engine()))
            .build();
    assertThat(learned(dqn, 1, 12_000)).isGreaterThan(DQN_BAR);
  }

  private static double learned(Algorithm algorithm, int lanes, long steps) {
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", lanes);
        VectorEnvironment fresh = Gym.vector("CartPole-v1", 20)) {
      Policy policy = algorithm.train(envs, Training.steps(steps), Training.seed(3));
      return Episodes.meanReturn(policy, fresh, 20, 99);
    }
  }

  @Test
  void theSameSeedGivesTheSameBitsWithThreadsToo() {
    assertThat(parameters(3)).isEqualTo(parameters(3));
  }

  private float[] parameters(int threads) {
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 8)) {
      Policy policy =
          ppo().train(envs, Training.steps(512), Training.seed(5), Training.threads(threads));
      return ((ActorCriticPolicy) policy).parameters();
    }
  }

  @Test
  void aRunResumesFromItsCheckpointBitForBit(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("checkpoint");
    float[] whole = advanced(4, null, file);
    advanced(2, null, file);
    assertThat(advanced(2, file, folder.resolve("unused"))).isEqualTo(whole);
  }

  private float[] advanced(int iterations, @Nullable Path from, Path to) throws IOException {
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 4);
        Learner learner = ppo().start(envs, 11, 1)) {
      TrainingRun run = new TrainingRun(ppo(), learner, 1_000, 11);
      if (from != null) {
        Checkpoints.load(from, run);
      }
      for (int i = 0; i < iterations; i++) {
        learner.advance(run.progress());
      }
      Checkpoints.save(to, run);
      return ((ActorCriticPolicy) learner.policy()).parameters();
    }
  }

  @Test
  void aSavedPolicyActsAlikeOnTheSimdEngine(@TempDir Path folder) throws IOException {
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 4)) {
      Policy policy = ppo().train(envs, Training.steps(512));
      Path file = folder.resolve("cartpole.policy");
      policy.save(file);
      Policy loaded = Policy.load(file);
      float[] observation = {0.1f, -0.3f, 0.02f, 0.2f};
      float[] value = new float[1];
      float[] expected = new float[1];
      policy.actor(1).values(observation, 1, expected);
      loaded.actor(1).values(observation, 1, value);
      assertThat(value).containsExactly(expected, within(VALUE_TOLERANCE));
      assertThat(loaded.act(observation)).isEqualTo(policy.act(observation));
    }
  }

  /** Learners with every kind of layer that there is, on tasks with discrete and continuous actions. */
  enum Kind {
    PPO_LSTM("CartPole-v1", 512),
    A2C_GRU("CartPole-v1", 256),
    PPO_GSDE("Pendulum-v1", 512),
    DQN_C51("CartPole-v1", 200),
    SAC("Pendulum-v1", 150),
    TD3("Pendulum-v1", 150);

    private final String environment;
    private final int steps;

    Kind(String environment, int steps) {
      this.environment = environment;
      this.steps = steps;
    }

    private Algorithm on(NetworkEngine engine) {
      Mlp network = new Mlp(List.of(16, 16), Activation.RELU).on(engine);
      return switch (this) {
        case PPO_LSTM ->
            Ppo.settings().rolloutSteps(32).memory(Memory.lstm(8)).network(network).build();
        case A2C_GRU ->
            A2c.settings().rolloutSteps(16).memory(Memory.gru(8)).network(network).build();
        case PPO_GSDE ->
            Ppo.settings().rolloutSteps(64).gsde(Gsde.every(4)).network(network).build();
        case DQN_C51 ->
            Dqn.settings()
                .capacity(500)
                .learningStarts(50)
                .returns(ReturnLaw.categorical(11, 0, 10))
                .dueling(true)
                .doubleQ(true)
                .network(network)
                .build();
        case SAC ->
            Sac.settings().capacity(500).batch(32).learningStarts(50).network(network).build();
        case TD3 ->
            Td3.settings().capacity(500).batch(32).learningStarts(50).network(network).build();
      };
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyLearnerLearnsWhatItLearnsOnTheSimdEngine(Kind kind) {
    assertThat(answers(kind, engine()))
        .containsExactly(answers(kind, NetworkEngine.SIMD), within(LEARNED_TOLERANCE));
  }

  /** Action and value of the learned policy at one observation. */
  private static float[] answers(Kind kind, NetworkEngine engine) {
    try (VectorEnvironment envs = Gym.vector(kind.environment, 2)) {
      Policy policy = kind.on(engine).train(envs, Training.steps(kind.steps), Training.seed(1));
      float[] answers = {0.1f, 0.2f, 0.05f, 0.3f};
      float[] observation = Arrays.copyOf(answers, envs.observationSpace().size());
      float[] value = new float[1];
      policy.actor(1).act(observation, new boolean[0], 1, answers);
      policy.actor(1).values(observation, 1, value);
      answers[1] = Float.isNaN(value[0]) ? 0 : value[0];
      return answers;
    }
  }
}
