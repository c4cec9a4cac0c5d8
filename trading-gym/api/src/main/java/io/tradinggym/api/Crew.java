package io.tradinggym.api;

import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A fixed crew of threads for work of microseconds: part 0 runs on the caller, the others on daemon threads that spin
 * briefly before they park. Which thread does a part is fixed, so results cannot depend on timing. Part of the engine;
 * learners use it too.
 */
public final class Crew implements AutoCloseable {
  private static final int SPINS = 20_000;

  private final Worker[] workers;
  private IntConsumer task = part -> {};
  private volatile int generation;
  private volatile boolean closed;

  /**
   * A crew of so many threads, the caller included.
   *
   * @param threads number of threads, &gt;= 1, the caller included
   * @param name of the threads, a dash and a number from 1 after it
   */
  public Crew(int threads, String name) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be >= 1, was " + threads);
    }
    workers = new Worker[threads - 1];
    for (int i = 0; i < workers.length; i++) {
      workers[i] = new Worker(i + 1);
      workers[i].thread = Thread.ofPlatform().daemon().name(name + "-" + (i + 1)).start(workers[i]);
    }
  }

  /** {@return the number of threads, the caller included} */
  public int threads() {
    return workers.length + 1;
  }

  /**
   * Runs the task once for every part 0 .. threads-1 and returns when all are done. Rethrows the first failure.
   *
   * @param partTask is given the part, 0 to threads - 1
   */
  public void run(IntConsumer partTask) {
    task = partTask;
    int wanted = generation + 1;
    generation = wanted;
    for (Worker worker : workers) {
      if (worker.parked) {
        LockSupport.unpark(worker.thread);
      }
    }
    Throwable failure = null;
    try {
      partTask.accept(0);
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    for (Worker worker : workers) {
      await(worker, wanted);
      failure = failure == null ? worker.failure : failure;
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
  }

  @SuppressWarnings(
      "ThreadPriorityCheck") // With more threads than cores the worker may need this one.
  private static void await(Worker worker, int wanted) {
    for (int spin = 0; worker.done != wanted; spin++) {
      if (spin < SPINS) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    for (Worker worker : workers) {
      LockSupport.unpark(worker.thread);
    }
  }

  private final class Worker implements Runnable {
    private final int part;
    private @Nullable Thread thread;
    private volatile boolean parked;
    private volatile int done;
    private @Nullable Throwable failure;

    Worker(int part) {
      this.part = part;
    }

    @Override
    public void run() {
      int seen = 0;
      while (awaitWork(seen)) {
        seen++;
        failure = null;
        try {
          task.accept(part);
        } catch (Throwable e) {
          failure = e;
        }
        done = seen;
      }
    }

    private boolean awaitWork(int seen) {
      for (int spin = 0; generation == seen; spin++) {
        if (closed) {
          return false;
        }
        if (spin < SPINS) {
          Thread.onSpinWait();
        } else {
          parked = true;
          if (generation == seen && !closed) {
            LockSupport.park(Crew.this);
          }
          parked = false;
        }
      }
      return true;
    }
  }
}
