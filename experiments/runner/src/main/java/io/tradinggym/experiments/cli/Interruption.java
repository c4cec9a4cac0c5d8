package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.run.Advice;
import io.tradinggym.experiments.run.Run;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What Ctrl-C does to a run: the trainings end after the iteration under way and save what they learned, and a line
 * says how to go on. A training that does not end within half a minute is left at its last checkpoint.
 */
final class Interruption implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final Run run;
  private final ProgressView progress;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupted, "interruption");

  Interruption(Run run, ProgressView progress) {
    this.run = run;
    this.progress = progress;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void interrupted() {
    if (progress.stop()) {
      try {
        ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    System.err.println();
    System.err.println("Interrupted. Go on with: " + Advice.resume(run.folder().path()));
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is on its way out already: the hook runs.
      return;
    }
  }
}
