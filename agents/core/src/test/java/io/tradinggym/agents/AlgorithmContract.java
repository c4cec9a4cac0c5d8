package io.tradinggym.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.agents.nn.ModelFormatException;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Checkpoints;
import io.tradinggym.agents.train.Episodes;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.agents.train.Training;
import io.tradinggym.agents.train.TrainingRun;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.DictSpace;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.api.space.MultiBinary;
import io.tradinggym.api.space.MultiDiscrete;
import io.tradinggym.api.space.Space;
import io.tradinggym.api.space.TupleSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
      older.actor(1).act(observation, new boolean[0], 1, expected);
      warm.policy().actor(1).act(observation, new boolean[0], 1, actual);
      assertThat(actual).isEqualTo(expected);
      warm.advance(0);
    }
  }

  /** Lane 0 of two sees it first; what a float cannot hold is as bad as what is no number. */
  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY, 1e300})
  void namesLaneAndStepOfARewardThatIsNoFiniteNumber(double reward) {
    assertThatThrownBy(() -> train(() -> new Indifferent(actions()).wrong(3, reward, 0)))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage(
            "Indifferent-v0: reward of lane 0 at environment step 6 is "
                + reward
                + "; learning needs finite floats");
  }

  @Test
  void namesLaneStepAndElementOfAnObservationThatIsNoNumber() {
    assertThatThrownBy(() -> train(() -> new Indifferent(actions()).wrong(2, 0, Double.NaN)))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage(
            "Indifferent-v0: observation[2] of lane 0 at environment step 4 is NaN; learning needs"
                + " finite floats");
  }

  private Policy train(Supplier<EnvironmentLogic> maker) {
    try (VectorEnvironment envs = Gym.vector(maker).lanes(2).unchecked().make()) {
      return algorithm().train(envs, Training.steps(10_000));
    }
  }

  private Space actions() {
    return probe().spec().action();
  }

  /** Every kind of space there is: what actor-critics can act in. */
  protected static final Set<Class<? extends Space>> ALL_SPACES =
      Set.of(
          Discrete.class,
          MultiDiscrete.class,
          Box.class,
          MultiBinary.class,
          TupleSpace.class,
          DictSpace.class);

  /** Kinds of action spaces that it can act in. */
  protected Set<Class<? extends Space>> actionSpaces() {
    return Set.of(actions().getClass());
  }

  static List<Space> spaces() {
    return List.of(
        Discrete.of(3),
        MultiDiscrete.of(2, 3),
        Box.of(-1, 1, 2),
        MultiBinary.of(2),
        TupleSpace.of(Discrete.of(2), Box.of(-1, 1, 1)),
        DictSpace.of("size", Box.of(-1, 1, 1)));
  }

  @ParameterizedTest
  @MethodSource("spaces")
  void actsInASpaceOrSaysWhichItNeeds(Space space) {
    try (VectorEnvironment envs = Gym.vector(() -> new Indifferent(space)).lanes(LANES).make()) {
      if (actionSpaces().contains(space.getClass())) {
        algorithm().requireFits(envs.spec());
        try (Learner learner = algorithm().start(envs, 1, 1)) {
          learner.advance(0);
          float[] action = new float[space.size()];
          learner.policy().actor(1).act(new float[3], new boolean[0], 1, action);
          assertThat(space.contains(action, 0)).isTrue();
        }
      } else {
        assertThatThrownBy(() -> algorithm().requireFits(envs.spec()))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageMatching("(?s).*needs a .* action space.*, was .*")
            .hasMessageContaining(space.toJson());
        assertThatThrownBy(() -> algorithm().start(envs, 1, 1))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining(space.toJson());
      }
    }
  }

  @Test
  void aPolicyOfOtherSpacesIsRefusedByNameOfTheSpace() {
    try (VectorEnvironment envs = Gym.vector(environment(), LANES);
        VectorEnvironment others =
            Gym.vector(() -> new Indifferent(actions())).lanes(LANES).make();
        Learner learner = algorithm().start(envs, 3, 1);
        Learner other = algorithm().start(others, 3, 1)) {
      Policy policy = learner.policy();
      assertThatThrownBy(() -> policy.requireFits(others.spec()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("observation space")
          .hasMessageContaining(others.observationSpace().toJson());
      assertThatThrownBy(() -> other.adopt(policy))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("observation space");
    }
  }

  @Test
  void refusesADamagedCheckpoint() throws IOException {
    Path checkpoint = folder.resolve("checkpoint");
    Algorithm algorithm = algorithm();
    try (VectorEnvironment envs = Gym.vector(environment(), LANES);
        Learner learner = algorithm.start(envs, 3, 1)) {
      TrainingRun run = new TrainingRun(algorithm, learner, 1_000, 3);
      Checkpoints.save(checkpoint, run);
      byte[] bytes = Files.readAllBytes(checkpoint);
      bytes[bytes.length / 2] ^= 1;
      Files.write(checkpoint, bytes);
      assertThatThrownBy(() -> Checkpoints.load(checkpoint, run))
          .isInstanceOf(ModelFormatException.class)
          .hasMessageContaining(checkpoint.toString())
          .hasMessageContaining("damaged");
    }
  }

  @Test
  void aCheckpointOfOtherSpacesIsRefusedByFileAndSpace() throws IOException {
    Path checkpoint = folder.resolve("checkpoint");
    Algorithm algorithm = algorithm();
    try (VectorEnvironment envs = Gym.vector(environment(), LANES);
        VectorEnvironment others =
            Gym.vector(() -> new Indifferent(actions())).lanes(LANES).make();
        Learner learner = algorithm.start(envs, 3, 1);
        Learner other = algorithm.start(others, 3, 1)) {
      Checkpoints.save(checkpoint, new TrainingRun(algorithm, other, 1_000, 3));
      TrainingRun run = new TrainingRun(algorithm, learner, 1_000, 3);
      assertThatThrownBy(() -> Checkpoints.load(checkpoint, run))
          .isInstanceOf(ModelFormatException.class)
          .hasMessageStartingWith(
              checkpoint + ": the checkpoint belongs to another run: observation")
          .hasMessageContaining(envs.observationSpace().toJson());
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
}
