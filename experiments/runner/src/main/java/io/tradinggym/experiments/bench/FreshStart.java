package io.tradinggym.experiments.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import io.tradinggym.agents.train.Training;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.experiments.config.Presets;
import io.tradinggym.experiments.config.RunConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a short training costs a program that has just been started: PPO on CartPole-v1 with the reference settings, by
 * CPU time of the thread that trains, and of the whole JVM, which loads classes, compiles and collects meanwhile.
 */
public final class FreshStart {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double NANO = 1e-9;
  private static final String ID = "CartPole-v1";
  private static final int TIMES = 5;
  private static final long STEPS = 100_000;

  private FreshStart() {}

  /**
   * What came of a run.
   *
   * @param steps of the environment, over all lanes
   * @param cpuSeconds of the thread that trains
   * @param jvmCpuSeconds of all threads since the JVM was started
   */
  record Run(long steps, double cpuSeconds, double jvmCpuSeconds) {
    double perCpuSecond() {
      return steps / cpuSeconds;
    }

    double perJvmCpuSecond() {
      return steps / jvmCpuSeconds;
    }
  }

  /** Trains five times, each in a JVM of its own, and tells of each and of the median. */
  public static void report(PrintWriter out) throws IOException, InterruptedException {
    out.printf("%-8s %12s %14s %14s%n", "run", "steps", "steps/CPU s", "/JVM CPU s");
    List<Run> runs = new ArrayList<>();
    for (int seed = 0; seed < TIMES; seed++) {
      String line = Isolated.lastLine(FreshStart.class, List.of("" + seed), "run " + seed);
      runs.add(JSON.readValue(line, Run.class));
      tell(out, "" + seed, runs.getLast());
    }
    runs.sort(Comparator.comparingDouble(Run::perJvmCpuSecond));
    tell(out, "median", runs.get(TIMES / 2));
  }

  private static void tell(PrintWriter out, String name, Run run) {
    out.printf(
        "%-8s %,12d %,14.0f %,14.0f%n",
        name, run.steps(), run.perCpuSecond(), run.perJvmCpuSecond());
    out.flush();
  }

  /** Trains once. */
  static Run train(long steps, long seed) {
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    RunConfig config = Presets.read("reference", ID, "ppo", List.of());
    try (VectorEnvironment envs = Gym.vector(ID, config.environment().lanes())) {
      config.algorithm().algorithm().train(envs, Training.steps(steps), Training.seed(seed));
    }
    double own = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) * NANO;
    double all =
        ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime()
            * NANO;
    return new Run(steps, own, all);
  }

  /** The other JVM: the seed. */
  public static void main(String[] args) throws IOException {
    System.out.println(JSON.writeValueAsString(train(STEPS, Long.parseLong(args[0]))));
  }
}
