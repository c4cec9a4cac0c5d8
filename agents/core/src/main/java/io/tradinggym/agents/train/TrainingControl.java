package io.tradinggym.agents.train;

import org.jspecify.annotations.Nullable;

/**
 * Pauses, resumes and stops one training from another thread, between two iterations. A training that has checkpoints
 * saves one when it is stopped, and goes on from there when it is started again, with another control.
 *
 * <pre>{@code
 * TrainingControl control = new TrainingControl();
 * executor.submit(() -> ppo.train(envs, Training.steps(1_000_000), Training.controlledBy(control)));
 * control.pause();
 * }</pre>
 */
public final class TrainingControl implements Callback {
  private @Nullable TrainingRun controlled;
  private boolean paused;
  private boolean waiting;
  private boolean stopped;

  /** Of a training that has not begun. */
  public TrainingControl() {}

  /** Holds the training before its next iteration; it keeps its threads and its memory. */
  public synchronized void pause() {
    paused = true;
  }

  /** Lets it go on. */
  public synchronized void resume() {
    paused = false;
    notifyAll();
  }

  /** Ends it after this iteration, paused or not; {@code train} returns as if it had reached its steps. */
  public synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  /**
   * {@return whether the training stands still: {@link #pause} was called, and the iteration then under way has ended}
   */
  public synchronized boolean isPaused() {
    return waiting;
  }

  @Override
  public synchronized void started(TrainingRun run) {
    if (controlled != null) {
      throw new IllegalStateException(
          "this TrainingControl controls another training, or did"
              + (stopped ? ", and was stopped" : "")
              + "; give each training a new one");
    }
    controlled = run;
  }

  @Override
  public synchronized boolean iterated(TrainingRun run) {
    boolean interrupted = false;
    while (paused && !stopped) {
      waiting = true;
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
        stopped = true; // who interrupts a thread wants it to end
      }
    }
    waiting = false;
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return !stopped;
  }
}
