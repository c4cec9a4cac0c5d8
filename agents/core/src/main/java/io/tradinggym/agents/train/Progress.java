package io.tradinggym.agents.train;

import java.io.PrintStream;

/** One line that is written over itself: how far, how fast, how well, how long still. */
public final class Progress implements Callback {
  private static final long EVERY_NANOS = 200_000_000L;
  private static final int WIDTH = 24;

  private final PrintStream out;
  private long startNanos;
  private long startSteps;
  private long lastNanos;

  /**
   * Writes to a stream.
   *
   * @param out receives one line that is written again and again
   */
  public Progress(PrintStream out) {
    this.out = out;
  }

  @Override
  public void started(TrainingRun run) {
    startNanos = System.nanoTime();
    startSteps = run.learner().steps();
    lastNanos = startNanos;
  }

  @Override
  public boolean iterated(TrainingRun run) {
    long now = System.nanoTime();
    if (now - lastNanos >= EVERY_NANOS) {
      lastNanos = now;
      print(run, now);
    }
    return true;
  }

  @Override
  public void ended(TrainingRun run) {
    if (lastNanos == 0) {
      return; // It failed before it began.
    }
    print(run, System.nanoTime());
    out.println();
  }

  private void print(TrainingRun run, long now) {
    double seconds = Math.max(1e-9, (now - startNanos) / 1e9);
    double rate = (run.learner().steps() - startSteps) / seconds;
    long left = Math.max(0, run.totalSteps() - run.learner().steps());
    int filled = (int) (WIDTH * run.progress());
    out.printf(
        "\r%s [%s%s] %3.0f%%  %,d steps  %,.0f steps/s  return %.2f  %ds left ",
        run.algorithm().name(),
        "#".repeat(filled),
        ".".repeat(WIDTH - filled),
        100 * run.progress(),
        run.learner().steps(),
        rate,
        run.learner().episodes().meanReturn(),
        rate > 0 ? (long) Math.ceil(left / rate) : 0);
    out.flush();
  }
}
