package io.tradinggym.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Checkpoints;
import io.tradinggym.agents.train.Episodes;
import io.tradinggym.agents.train.Learner;
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
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every algorithm must hold to, whatever it learns. */
public abstract class AlgorithmContract {
  private static final int EPISODES = 20;
  private static final int LANES = 4;
  private static final int ITERATIONS = 6;

  @TempDir Path folder;

  /** An algorithm that learns from the first iterations on, with everything switched on that has a state. */
  protected abstract Algorithm algorithm();

  /** Id of an environment that it can act in. */
  protected abstract String environment();

  /** An environment of the same kind for the tests of rewards that are no numbers. */
  protected abstract EnvironmentLogic probe();

  /** Mean return of the deterministic policy after training in the lanes of a probe. */
  protected static double trained(
      Algorithm algorithm, Supplier<EnvironmentLogic> maker, int lanes, long steps) {
    try (VectorEnvironment envs = Gym.vector(maker, lanes, 1, AutoReset.SAME_STEP);
        VectorEnvironment fresh = Gym.vector(maker, 4, 1, AutoReset.NEXT_STEP)) {
      Policy policy = algorithm.train(envs, Training.steps(steps), Training.seed(1));
      return Episodes.meanReturn(policy, fresh, EPISODES, 99);
    }
  }

  @Test
  void givesTheSameBitsOnAnyNumberOfThreads() throws IOException {
    assertThat(run(1, 0, AutoReset.NEXT_STEP)).isEqualTo(run(3, 0, AutoReset.NEXT_STEP));
  }

  @ParameterizedTest
  @EnumSource(
      value = AutoReset.class,
      names = {"NEXT_STEP", "SAME_STEP"})
  void resumesFromACheckpointBitForBit(AutoReset mode) throws IOException {
    byte[] whole = run(1, 0, mode);
    assertThat(run(1, ITERATIONS / 2, mode)).isEqualTo(whole);
  }

  /** Trains; after some iterations the run is thrown away and goes on from its checkpoint in a fresh one. */
  private byte[] run(int threads, int interruptAfter, AutoReset mode) throws IOException {
    Path checkpoint = folder.resolve("checkpoint");
    Algorithm algorithm = algorithm();
    int done = 0;
    byte[] policy = {};
    for (int attempt = 0; attempt < (interruptAfter > 0 ? 2 : 1); attempt++) {
      try (VectorEnvironment envs = Gym.vector(environment()).lanes(LANES).autoReset(mode).make();
          Learner learner = algorithm.start(envs, 11, threads)) {
        TrainingRun run = new TrainingRun(algorithm, learner, 100_000, 11);
        if (attempt > 0) {
          Checkpoints.load(checkpoint, run);
        }
        int until = attempt == 0 && interruptAfter > 0 ? interruptAfter : ITERATIONS;
        for (; done < until; done++) {
          learner.advance(done / (double) ITERATIONS);
        }
        Checkpoints.save(checkpoint, run);
        Path file = folder.resolve("policy");
        learner.policy().save(file);
        policy = Files.readAllBytes(file);
      }
    }
    return policy;
  }

  @Test
  void savedPoliciesActAlike() throws IOException {
    try (VectorEnvironment envs = Gym.vector(environment(), LANES);
        Learner learner = algorithm().start(envs, 3, 1)) {
      learner.advance(0);
      Policy policy = learner.policy();
      Path file = folder.resolve("policy");
      policy.save(file);
      Policy loaded = Policy.load(file);
      loaded.requireFits(envs.spec());
      try (VectorEnvironment one = Gym.vector(environment(), 2);
          VectorEnvironment other = Gym.vector(environment(), 2)) {
        assertThat(Episodes.returns(loaded, one, 2, 5))
            .isEqualTo(Episodes.returns(policy, other, 2, 5));
      }
      float[] observation = new float[envs.observationSpace().size()];
      float[] expected = new float[envs.actionSpace().size()];
      float[] actual = new float[expected.length];
      policy.actor(1).act(observation, new boolean[0], 1, expected);
      loaded.actor(1).act(observation, new boolean[0], 1, actual);
      assertThat(actual).isEqualTo(expected);
      assertThat(envs.actionSpace().contains(actual, 0)).isTrue();
    }
  }

  @Test
  void beginsWithAnOlderPolicy() {
    try (VectorEnvironment envs = Gym.vector(environment(), LANES);
        Learner learner = algorithm().start(envs, 3, 1);
        VectorEnvironment others = Gym.vector(environment(), LANES);
        Learner warm = algorithm().start(others, 4, 1)) {
      for (int i = 0; i < ITERATIONS; i++) {
        learner.advance(0);
      }
      Policy older = learner.policy();
      warm.adopt(older);
      float[] observation = new float[envs.observationSpace().size()];
      float[] expected = new float[envs.actionSpace().size()];
      float[] actual = new float[expected.length];
      older.act(observation, expected);
      warm.policy().act(observation, actual);
      assertThat(actual).isEqualTo(expected);
      warm.advance(0);
    }
  }

  @Test
  void namesTheUpdateThatMetNan() {
    try (VectorEnvironment envs =
        Gym.vector(() -> new NanReward(probe())).lanes(2).unchecked().make()) {
      assertThatThrownBy(() -> algorithm().train(envs, Training.steps(10_000)))
          .isInstanceOf(ArithmeticException.class)
          .hasMessageContaining("update 0");
    }
  }

  @Test
  void refusesToTrainWithoutAutoreset() {
    try (VectorEnvironment envs = Gym.vector(this::probe, 2, 1, AutoReset.DISABLED)) {
      assertThatThrownBy(() -> algorithm().train(envs, Training.steps(100)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("DISABLED");
    }
  }

  /** An environment with a bug. */
  private record NanReward(EnvironmentLogic inner) implements EnvironmentLogic {
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
