package io.tradinggym.experiments.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Measures a workload: warms it up, then takes the medians of several rounds, and says how far they lie apart. CPU time
 * is that of the stepping thread, or, with more threads than one, of the whole JVM.
 *
 * @param warmUpSeconds of CPU time before the first round, at most {@value #PATIENCE} times as long by the clock
 * @param rounds at least 1
 * @param roundSeconds of wall-clock time a round
 */
public record Meter(double warmUpSeconds, int rounds, double roundSeconds) {
  /** A few seconds a benchmark. */
  public static final Meter FULL = new Meter(3, 7, 1);

  /** Two seconds a benchmark. */
  public static final Meter QUICK = new Meter(1, 5, 0.2);

  private static final double PATIENCE = 4;
  private static final double NANO = 1e-9;
  private static final double GIGA = 1e9;
  private static final long FIRST_CHUNK = 64;
  private static final double CHUNK_SECONDS = 0.01;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** Medians over the rounds of a benchmark. */
  public Measurement measure(Benchmark benchmark) {
    boolean alone = benchmark.threads() == 1;
    double[] perSecond = new double[rounds];
    double[] perCpuSecond = new double[rounds];
    double[] perJvmCpuSecond = new double[rounds];
    double[] bytesPerStep = new double[rounds];
    try (Workload work = benchmark.workload().get()) {
      long chunk = warmUp(work);
      for (int round = 0; round < rounds; round++) {
        long bytes = allocated(alone);
        long cpu = cpuNanos(alone);
        long jvm = cpuNanos(false);
        long start = System.nanoTime();
        long steps = 0;
        while ((System.nanoTime() - start) * NANO < roundSeconds) {
          work.run(chunk);
          steps += chunk;
        }
        perSecond[round] = steps / ((System.nanoTime() - start) * NANO);
        perCpuSecond[round] = steps / ((cpuNanos(alone) - cpu) * NANO);
        perJvmCpuSecond[round] = steps / ((cpuNanos(false) - jvm) * NANO);
        bytesPerStep[round] = (double) (allocated(alone) - bytes) / steps;
      }
    }
    double median = median(perCpuSecond);
    return new Measurement(
        benchmark.name(),
        benchmark.lanes(),
        benchmark.threads(),
        median(perSecond),
        median,
        perCpuSecond[0],
        perCpuSecond[rounds - 1],
        median(perJvmCpuSecond),
        median(bytesPerStep),
        median * benchmark.flops() / GIGA,
        rounds,
        roundSeconds);
  }

  /** Sorts the values; the mean of the two in the middle where their number is even. */
  private static double median(double[] values) {
    Arrays.sort(values);
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }

  /** Returns how many steps fill a chunk, a multiple of {@value #FIRST_CHUNK}. */
  private long warmUp(Workload work) {
    long start = System.nanoTime();
    long cpu = cpuNanos(true);
    long chunk = FIRST_CHUNK;
    while ((cpuNanos(true) - cpu) * NANO < warmUpSeconds
        && (System.nanoTime() - start) * NANO < PATIENCE * warmUpSeconds) {
      long begin = System.nanoTime();
      work.run(chunk);
      if ((System.nanoTime() - begin) * NANO < CHUNK_SECONDS / 2) {
        chunk *= 2;
      }
    }
    return chunk;
  }

  private static long cpuNanos(boolean alone) {
    return alone ? THREADS.getCurrentThreadCpuTime() : SYSTEM.getProcessCpuTime();
  }

  private static long allocated(boolean alone) {
    return alone
        ? THREADS.getCurrentThreadAllocatedBytes()
        : THREADS.getTotalThreadAllocatedBytes();
  }
}
