package io.tradinggym.experiments.bench;

import io.tradinggym.allocator.multi.RandomLives;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.function.LongFunction;

/**
 * Plays random lives of {@code MultiAsset-v1} and of its account in sleeves: books balance, sleeves sum, fills and cash
 * flows are the change in cash, to the unit, after every session. The first life that breaks this throws.
 */
public final class Lives {
  private static final long SEED = 1;
  private static final double NANOS = 1e9;

  private Lives() {}

  /**
   * Plays and tells what was seen.
   *
   * @param lives of each kind, >= 1
   */
  public static void report(PrintWriter out, long lives) {
    play(out, "MultiAsset-v1", count -> RandomLives.ofEnvironment(count, SEED), lives);
    play(out, "in sleeves", count -> RandomLives.ofSleeves(count, SEED), lives);
  }

  private static void play(
      PrintWriter out, String name, LongFunction<RandomLives.Tally> kind, long lives) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    RandomLives.Tally tally = kind.apply(lives);
    long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    out.printf(
        "%s: %,d lives, %,d sessions, %.0f CPU seconds; all of them add up%n",
        name, tally.lives(), tally.sessions(), spent / NANOS);
    tally.events().forEach((event, times) -> out.printf("  %-18s %,15d%n", event, times));
    out.flush();
  }
}
