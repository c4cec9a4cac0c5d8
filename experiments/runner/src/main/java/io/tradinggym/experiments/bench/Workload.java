package io.tradinggym.experiments.bench;

/** Work that can be repeated without end: steps of an environment, of an optimiser, decisions. For one thread. */
public interface Workload extends AutoCloseable {
  /**
   * Does so many steps; what had to be drawn or built beforehand is there already. Work that comes in larger pieces
   * does whole ones, and lets the next call have what is left.
   */
  void run(long steps);

  @Override
  default void close() {}
}
