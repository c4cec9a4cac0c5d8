package io.tradinggym.experiments.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.train.Callback;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.agents.train.Training;
import io.tradinggym.agents.train.TrainingRun;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How long PPO takes to solve CartPole-v1, from the first line of a program on: until the last hundred training
 * episodes, explored ones, have a mean return of 475. Each seed has a JVM of its own, which knows nothing and has
 * compiled nothing.
 */
public final class Solving {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double NANO = 1e-9;
  private static final double SOLVED = 475;
  private static final int SEEDS = 10;
  private static final int LANES = 16;
  private static final long STEPS = 150_000;

  private Solving() {}

  /**
   * What came of a seed.
   *
   * @param steps of the environment, over all lanes
   * @param seconds by the clock, from making the environments to the end of the training
   * @param secondsWithJvm by the clock, from starting the JVM to its end
   * @param cpuSeconds of the thread that trains: the clock's, where nobody else wants the processors
   * @param jvmCpuSeconds of all threads, the compiler's and the collector's included
   */
  public record Seed(
      long seed,
      boolean solved,
      long steps,
      double seconds,
      double secondsWithJvm,
      double cpuSeconds,
      double jvmCpuSeconds) {}

  /** Trains with ten seeds, one after the other, and tells of each and of all. */
  public static void report(PrintWriter out) throws IOException, InterruptedException {
    out.printf(
        "%4s %7s %9s %9s %12s %12s %12s%n",
        "seed", "solved", "steps", "seconds", "with JVM", "CPU seconds", "CPU, JVM");
    List<Seed> seeds = new ArrayList<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      Seed one = inFreshJvm(seed);
      seeds.add(one);
      out.printf(
          "%4d %7s %,9d %9.2f %12.2f %12.2f %12.2f%n",
          one.seed(),
          one.solved(),
          one.steps(),
          one.seconds(),
          one.secondsWithJvm(),
          one.cpuSeconds(),
          one.jvmCpuSeconds());
      out.flush();
    }
    long failed = seeds.stream().filter(one -> !one.solved()).count();
    out.printf("not solved in %,d steps: %d of %d%n", STEPS, failed, SEEDS);
    tell(out, "seconds", seeds, Seed::seconds);
    tell(out, "seconds with JVM", seeds, Seed::secondsWithJvm);
    tell(out, "CPU seconds", seeds, Seed::cpuSeconds);
    tell(out, "CPU seconds of the JVM", seeds, Seed::jvmCpuSeconds);
  }

  private static void tell(
      PrintWriter out, String what, List<Seed> seeds, ToDoubleFunction<Seed> figure) {
    double[] sorted = seeds.stream().mapToDouble(figure).sorted().toArray();
    int half = sorted.length / 2;
    double median = (sorted[half - 1] + sorted[half]) / 2;
    double middle =
        Arrays.stream(sorted, sorted.length / 4, sorted.length - sorted.length / 4)
            .average()
            .orElseThrow();
    out.printf(
        "%-24s median %.2f, interquartile mean %.2f, most %.2f%n",
        what, median, middle, sorted[sorted.length - 1]);
  }

  private static Seed inFreshJvm(long seed) throws IOException, InterruptedException {
    long start = System.nanoTime();
    String line = Isolated.lastLine(Solving.class, List.of("" + seed), "seed " + seed);
    double seconds = (System.nanoTime() - start) * NANO;
    Seed own = JSON.readValue(line, Seed.class);
    return new Seed(
        own.seed(),
        own.solved(),
        own.steps(),
        own.seconds(),
        seconds,
        own.cpuSeconds(),
        own.jvmCpuSeconds());
  }

  /** Trains once. */
  static Seed solve(long seed) {
    long start = System.nanoTime();
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Last last = new Last();
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", LANES)) {
      Ppo.settings()
          .rolloutSteps(32)
          .minibatch(256)
          .epochs(6)
          .gamma(0.98)
          .lambda(0.8)
          .learningRate(Schedule.linear(2e-3))
          .clip(Schedule.linear(0.2))
          .build()
          .train(
              envs,
              Training.steps(STEPS),
              Training.seed(seed),
              Training.stopAt(SOLVED),
              Training.callback(last));
    }
    double seconds = (System.nanoTime() - start) * NANO;
    double own = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) * NANO;
    double all =
        ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime()
            * NANO;
    return new Seed(seed, last.meanReturn >= SOLVED, last.steps, seconds, seconds, own, all);
  }

  /** Where the training stood when it ended. */
  private static final class Last implements Callback {
    private long steps;
    private double meanReturn;

    @Override
    public void ended(TrainingRun run) {
      steps = run.learner().steps();
      meanReturn = run.learner().episodes().meanReturn();
    }
  }

  /** The other JVM: the seed. */
  public static void main(String[] args) throws IOException {
    System.out.println(JSON.writeValueAsString(solve(Long.parseLong(args[0]))));
  }
}
