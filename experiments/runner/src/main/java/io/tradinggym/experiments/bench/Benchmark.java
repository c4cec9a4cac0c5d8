package io.tradinggym.experiments.bench;

import java.util.function.Supplier;

/**
 * Something that is measured.
 *
 * @param name unique, such as {@code Stock-v1/replayed}
 * @param lanes stepped together
 * @param threads that step them
 * @param quick whether the quick suite has it
 * @param flops floating-point operations of a step that are counted; 0 = none
 * @param workload makes the work
 */
public record Benchmark(
    String name, int lanes, int threads, boolean quick, double flops, Supplier<Workload> workload) {
  /** One whose floating-point operations are not counted. */
  public Benchmark(
      String name, int lanes, int threads, boolean quick, Supplier<Workload> workload) {
    this(name, lanes, threads, quick, 0, workload);
  }

  /** The same, as part of the quick suite. */
  Benchmark main() {
    return new Benchmark(name, lanes, threads, true, flops, workload);
  }
}
