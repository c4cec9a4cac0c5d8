package io.tradinggym.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.tradinggym.agents.a2c.A2c;
import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.agents.policy.returns.ReturnLaw;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.sac.Sac;
import io.tradinggym.agents.td3.Td3;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Single decisions, as programs that trade take them. */
@Tag("own-jvm")
class DecisionTest {
  private static final int DECISIONS = 5_000;
  private static final long PATIENCE_NANOS = 30_000_000_000L;

  private final ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static List<Arguments> policies() {
    Ppo normalising = Ppo.settings().rolloutSteps(16).normalizeObservations(true).build();
    return List.of(
        Arguments.of("actor-critic", normalising, "CartPole-v1"),
        Arguments.of("actor-critic on a Box", A2c.defaults(), "Pendulum-v1"),
        Arguments.of("q", Dqn.defaults(), "CartPole-v1"),
        Arguments.of(
            "c51", Dqn.settings().returns(ReturnLaw.categorical(11, 0, 10)).build(), "CartPole-v1"),
        Arguments.of("squashed", Sac.settings().network(Mlp.SMALL).build(), "Pendulum-v1"),
        Arguments.of("deterministic", Td3.settings().network(Mlp.SMALL).build(), "Pendulum-v1"));
  }

  /** Compiling allocates meanwhile, and vectors are objects until it is done: in the end it must be nothing at all. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("policies")
  void allocateNothing(String name, Algorithm algorithm, String id) {
    Policy policy = policy(algorithm, id);
    float[] observation = new float[policy.observationSpace().size()];
    float[] action = new float[policy.actionSpace().size()];
    long allocated = Long.MAX_VALUE;
    long start = System.nanoTime();
    while (allocated > 0 && System.nanoTime() - start < PATIENCE_NANOS) {
      long before = memory.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < DECISIONS; i++) {
        observation[0] = (i % 200 - 100) * 0.01f;
        policy.act(observation, action);
      }
      allocated = memory.getCurrentThreadAllocatedBytes() - before;
    }
    assertThat(allocated).as("bytes allocated by %s decisions", DECISIONS).isZero();
  }

  private static Policy policy(Algorithm algorithm, String id) {
    try (VectorEnvironment envs = Gym.vector(id, 2);
        Learner learner = algorithm.start(envs, 5, 1)) {
      return learner.policy();
    }
  }
}
