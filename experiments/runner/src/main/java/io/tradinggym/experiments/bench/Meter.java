package io.tradinggym.experiments.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Measures a workload: warms it up, then takes the best of several rounds, which is what the machine can do when nobody
 * else wants it. CPU time is that of the stepping thread, or, with more threads than one, of the whole JVM.
 *
 * @param warmUpSeconds of CPU time before the first round, at most {@value #PATIENCE} times as long by the clock
 * @param rounds at least 1
 * @param roundSeconds of wall-clock time a round
 */
public record Meter(double warmUpSeconds, int rounds, double roundSeconds) {
  /** A few seconds a benchmark. */
  public static final Meter FULL = new Meter(3, 7, 1);

  /** About a second a benchmark. */
  public static final Meter QUICK = new Meter(1, 3, 0.25);

  private static final double PATIENCE = 4;
  private static final double NANO = 1e-9;
  private static final double GIGA = 1e9;
  private static final long FIRST_CHUNK = 64;
  private static final double CHUNK_SECONDS = 0.01;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** The best round of a benchmark. */
  public Measurement measure(Benchmark benchmark) {
    boolean alone = benchmark.threads() == 1;
    try (Workload work = benchmark.workload().get()) {
      long chunk = warmUp(work);
      double perSecond = 0;
      double perCpuSecond = 0;
      double allocated = Double.POSITIVE_INFINITY;
      for (int round = 0; round < rounds; round++) {
        long bytes = allocated(alone);
        long cpu = cpuNanos(alone);
        long start = System.nanoTime();
        long steps = 0;
        while ((System.nanoTime() - start) * NANO < roundSeconds) {
          work.run(chunk);
          steps += chunk;
        }
        perSecond = Math.max(perSecond, steps / ((System.nanoTime() - start) * NANO));
        perCpuSecond = Math.max(perCpuSecond, steps / ((cpuNanos(alone) - cpu) * NANO));
        allocated = Math.min(allocated, (double) (allocated(alone) - bytes) / steps);
      }
      return new Measurement(
          benchmark.name(),
          benchmark.lanes(),
          benchmark.threads(),
          perSecond,
          perCpuSecond,
          allocated,
          perCpuSecond * benchmark.flops() / GIGA,
          rounds,
          roundSeconds);
    }
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
