package io.tradinggym.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.agents.nn.Activation;
import io.tradinggym.agents.nn.NetworkEngine;
import io.tradinggym.agents.policy.ActorCriticPolicy;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Learners on an engine: they learn, save, resume and share work as on any other. */
public abstract class EngineLearningContract {
  /** Chance holds the pole for 22 steps. With the SIMD engine six seeds of six reached 496 to 500. */
  private static final double PPO_BAR = 195;

  /** With the SIMD engine six seeds of six reached 131 to 219 in these few steps. */
  private static final double DQN_BAR = 75;

  private static final float VALUE_TOLERANCE = 1e-3f;

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
}
