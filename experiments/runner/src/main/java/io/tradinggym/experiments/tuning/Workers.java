package io.tradinggym.experiments.tuning;

import io.tradinggym.experiments.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Threads that do independent pieces of work; results come in the order of the pieces, whoever was first. */
public final class Workers implements AutoCloseable {
  private final ExecutorService pool;

  /** So many threads. */
  public Workers(int count) {
    pool =
        Executors.newFixedThreadPool(
            count, Thread.ofPlatform().name("worker-", 0).daemon().factory());
  }

  /** Does all, and returns when the last is done. */
  public <P, T> List<T> all(List<P> pieces, Function<P, T> work) {
    try {
      List<Callable<T>> calls = new ArrayList<>();
      pieces.forEach(piece -> calls.add(() -> work.apply(piece)));
      List<T> results = new ArrayList<>();
      for (Future<T> done : pool.invokeAll(calls)) {
        results.add(done.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("interrupted; the same command with --resume goes on", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
