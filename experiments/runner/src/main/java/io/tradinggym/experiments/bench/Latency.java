package io.tradinggym.experiments.bench;

import com.sun.management.ThreadMXBean;
import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.sac.Sac;
import io.tradinggym.agents.td3.Td3;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * How long a policy takes to decide on one observation, as a program that trades calls it: {@code
 * policy.act(observation, action)}, every call timed, the clock's own twenty-odd nanoseconds included.
 */
public final class Latency {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int WARM_UP = 300_000;
  private static final int DECISIONS = 1_000_000;

  private Latency() {}

  /**
   * Nanoseconds and bytes of single decisions.
   *
   * @param median half take longer
   * @param p99 one in a hundred takes longer
   * @param p999 one in a thousand takes longer
   * @param bytes allocated by each, on average
   */
  public record Figures(long median, long p99, long p999, double bytes) {}

  /** Measures the customary policy of each algorithm. */
  public static void report(PrintWriter out) {
    out.printf(
        "%-34s %8s %8s %8s %11s%n", "decision, nanoseconds", "p50", "p99", "p99.9", "bytes each");
    row(out, "ppo CartPole-v1 64-64", Ppo.defaults(), "CartPole-v1");
    row(out, "dqn CartPole-v1", Dqn.defaults(), "CartPole-v1");
    row(out, "sac Pendulum-v1 256-256", Sac.defaults(), "Pendulum-v1");
    row(out, "td3 Pendulum-v1", Td3.defaults(), "Pendulum-v1");
    row(out, "ppo Portfolio-v1 64-64", Ppo.defaults(), "Portfolio-v1");
  }

  private static void row(PrintWriter out, String name, Algorithm algorithm, String id) {
    try (VectorEnvironment envs = Gym.vector(id, 1);
        Learner learner = algorithm.start(envs, 1, 1)) {
      Figures figures = measure(learner.policy(), WARM_UP, DECISIONS);
      out.printf(
          "%-34s %,8d %,8d %,8d %11.3f%n",
          name, figures.median(), figures.p99(), figures.p999(), figures.bytes());
      out.flush();
    }
  }

  /** Times so many decisions after a warm-up. */
  static Figures measure(Policy policy, int warmUp, int decisions) {
    float[] observation = new float[policy.observationSpace().size()];
    float[] action = new float[policy.actionSpace().size()];
    boolean[] mask = new boolean[policy.masked() ? policy.actionSpace().maskSize() : 0];
    Arrays.fill(mask, true);
    long[] nanos = new long[decisions];
    for (int i = 0; i < warmUp; i++) {
      decide(policy, observation, mask, action, nanos, i % decisions);
    }
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < decisions; i++) {
      decide(policy, observation, mask, action, nanos, i);
    }
    double bytes = (double) (THREADS.getCurrentThreadAllocatedBytes() - before) / decisions;
    Arrays.sort(nanos);
    return new Figures(
        nanos[decisions / 2], nanos[decisions / 100 * 99], nanos[decisions / 1000 * 999], bytes);
  }

  /** Observations that differ, so that no branch is learned by heart. */
  private static void decide(
      Policy policy, float[] observation, boolean[] mask, float[] action, long[] nanos, int i) {
    for (int k = 0; k < observation.length; k++) {
      observation[k] = ((i * 31 + k * 17) % 200 - 100) * 0.01f;
    }
    long start = System.nanoTime();
    policy.act(observation, mask, action);
    nanos[i] = System.nanoTime() - start;
  }
}
