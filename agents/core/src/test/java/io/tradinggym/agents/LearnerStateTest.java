package io.tradinggym.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.agents.a2c.A2c;
import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.Actor;
import io.tradinggym.agents.policy.Memory;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.replay.Prioritization;
import io.tradinggym.agents.sac.DiscreteSac;
import io.tradinggym.agents.sac.Sac;
import io.tradinggym.agents.td3.Td3;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What learners keep, after a few iterations of the smallest networks: what a checkpoint holds. */
class LearnerStateTest {
  private static final Mlp TINY = new Mlp(List.of(4), Activation.TANH);
  private static final int LANES = 3;

  private static Stream<Arguments> learners() {
    return Stream.of(
        Arguments.of(
            Ppo.settings()
                .rolloutSteps(8)
                .minibatch(12)
                .epochs(2)
                .network(TINY)
                .normalizeObservations(true)
                .normalizeRewards(true)
                .build(),
            "CartPole-v1",
            AutoReset.NEXT_STEP),
        Arguments.of(
            Ppo.settings()
                .rolloutSteps(8)
                .minibatch(12)
                .epochs(1)
                .memory(Memory.gru(3).steps(4))
                .network(TINY)
                .build(),
            "CartPole-v1",
            AutoReset.SAME_STEP),
        Arguments.of(
            A2c.settings().rolloutSteps(5).network(TINY).normalizeObservations(true).build(),
            "Pendulum-v1",
            AutoReset.SAME_STEP),
        Arguments.of(
            Dqn.settings()
                .capacity(60)
                .learningStarts(12)
                .trainEvery(2)
                .batch(8)
                .nStep(2)
                .prioritization(Prioritization.DEFAULT)
                .network(TINY)
                .normalizeObservations(true)
                .build(),
            "CartPole-v1",
            AutoReset.NEXT_STEP),
        Arguments.of(
            Sac.settings().capacity(60).learningStarts(12).batch(8).network(TINY).build(),
            "Pendulum-v1",
            AutoReset.SAME_STEP),
        Arguments.of(
            Td3.settings().capacity(60).learningStarts(12).batch(8).network(TINY).build(),
            "Pendulum-v1",
            AutoReset.NEXT_STEP));
  }

  private static VectorEnvironment envs(String id, AutoReset mode) {
    return Gym.vector(id).lanes(LANES).autoReset(mode).make();
  }

  @ParameterizedTest
  @MethodSource("learners")
  void whatIsSavedIsAllThatItGoesOnFrom(Algorithm algorithm, String id, AutoReset mode)
      throws IOException {
    List<AutoCloseable> open = new ArrayList<>();
    UpdateState.assertGoesOn(
        seed -> {
          VectorEnvironment envs = envs(id, mode);
          Learner learner = algorithm.start(envs, seed, 1);
          open.add(learner);
          open.add(envs);
          return learner;
        },
        learner -> {
          for (int i = 0; i < 8; i++) {
            learner.advance(0.25);
          }
          return List.of(
              learner.steps(),
              learner.metrics(),
              learner.episodes().finished(),
              String.valueOf(learner.episodes().meanReturn()));
        });
    for (AutoCloseable each : open) {
      close(each);
    }
  }

  private static void close(AutoCloseable each) {
    try {
      each.close();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** The older network and its scales: the fresh learner's policy is the older one, to the bit. */
  @ParameterizedTest
  @MethodSource("learners")
  void anOlderPolicyIsBegunWithWhole(Algorithm algorithm, String id, AutoReset mode) {
    try (VectorEnvironment envs = envs(id, mode);
        VectorEnvironment others = envs(id, mode);
        Learner trained = algorithm.start(envs, 1, 1);
        Learner fresh = algorithm.start(others, 2, 1)) {
      for (int i = 0; i < 20; i++) {
        trained.advance(0);
      }
      Policy older = trained.policy();
      fresh.adopt(older);
      for (int seed = 0; seed < 20; seed++) {
        float[] observation = new float[envs.observationSpace().size()];
        for (int i = 0; i < observation.length; i++) {
          observation[i] = (float) Math.sin(seed + 10 * i);
        }
        float[] expected = new float[envs.actionSpace().size()];
        float[] actual = new float[expected.length];
        act(older, observation, expected);
        act(fresh.policy(), observation, actual);
        assertThat(actual).isEqualTo(expected);
      }
    }
  }

  private static void act(Policy policy, float[] observation, float[] action) {
    Actor actor = policy.actor(1);
    actor.begin(new boolean[] {true});
    actor.act(observation, new boolean[0], 1, action);
  }

  private static Stream<Arguments> wide() {
    return Stream.of(
        Arguments.of(
            Ppo.settings().rolloutSteps(48).minibatch(144).epochs(1).network(TINY).build(),
            "CartPole-v1"),
        Arguments.of(A2c.settings().rolloutSteps(48).network(TINY).build(), "Pendulum-v1"),
        Arguments.of(
            Dqn.settings()
                .capacity(60)
                .learningStarts(6)
                .trainEvery(1)
                .gradientSteps(1)
                .batch(200)
                .network(TINY)
                .build(),
            "CartPole-v1"),
        Arguments.of(
            Sac.settings()
                .capacity(60)
                .learningStarts(6)
                .trainEvery(1)
                .gradientSteps(1)
                .batch(200)
                .network(TINY)
                .build(),
            "Pendulum-v1"),
        Arguments.of(
            DiscreteSac.settings()
                .capacity(60)
                .learningStarts(6)
                .gradientSteps(1)
                .batch(200)
                .network(TINY)
                .buildDiscrete(),
            "CartPole-v1"),
        Arguments.of(
            Td3.settings()
                .capacity(60)
                .learningStarts(6)
                .gradientSteps(1)
                .batch(200)
                .policyDelay(1)
                .network(TINY)
                .build(),
            "Pendulum-v1"));
  }

  /** Two shards and two threads: what was started for a learner ends with it. */
  @ParameterizedTest
  @MethodSource("wide")
  void noThreadOutlivesALearner(Algorithm algorithm, String id) throws InterruptedException {
    Set<Thread> before = helpers();
    Set<Thread> during;
    try (VectorEnvironment envs = envs(id, AutoReset.NEXT_STEP);
        Learner learner = algorithm.start(envs, 1, 2)) {
      for (int i = 0; i < 3; i++) {
        learner.advance(0);
      }
      during = helpers();
    }
    during.removeAll(before);
    assertThat(during).isNotEmpty();
    for (Thread thread : during) {
      assertThat(thread.join(Duration.ofSeconds(5))).as(thread.getName()).isTrue();
    }
  }

  private static Set<Thread> helpers() {
    Set<Thread> all = new HashSet<>(Thread.getAllStackTraces().keySet());
    all.removeIf(
        thread ->
            !thread.getName().startsWith("gradient-") && !thread.getName().startsWith("collector"));
    return all;
  }
}
