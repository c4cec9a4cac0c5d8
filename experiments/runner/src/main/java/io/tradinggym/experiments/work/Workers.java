package io.tradinggym.experiments.work;

import io.tradinggym.experiments.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who does independent pieces of work: threads of this process, or machines. Results come in the order of the pieces,
 * whoever was first, so that nothing depends on where the work was done.
 */
public final class Workers implements AutoCloseable {
  private final ExecutorService pool;
  private final @Nullable Machines machines;
  private final IntConsumer done;

  /** So many threads. */
  public Workers(int count) {
    this(count, null, many -> {});
  }

  private Workers(int count, @Nullable Machines machines, IntConsumer done) {
    pool =
        Executors.newFixedThreadPool(
            count, Thread.ofPlatform().name("worker-", 0).daemon().factory());
    this.machines = machines;
    this.done = done;
  }

  /**
   * Machines, with threads of this process for what is left to do here.
   *
   * @param done is told how many tasks of a round the machines have done
   */
  public static Workers on(Machines machines, IntConsumer done) {
    return new Workers(1, machines, done);
  }

  /**
   * The machines at an address.
   *
   * @throws UserError if nobody knows such addresses, or nobody answers
   */
  public static Machines machines(String address) {
    List<MachinesProvider> known =
        ServiceLoader.load(MachinesProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    return known.stream()
        .filter(provider -> provider.knows(address))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "no machines are known by the address \""
                        + address
                        + "\""
                        + (known.isEmpty()
                            ? "; the module experiments/spark, which brings Spark, is not on the"
                                + " class path"
                            : "; an address is "
                                + known.stream()
                                    .map(MachinesProvider::addresses)
                                    .collect(Collectors.joining(", or ")))))
        .open(address);
  }

  /**
   * Does all, and returns when the last is done.
   *
   * @param task of a piece, for machines
   * @param work that does a piece, or finds its result where a machine left it
   */
  public <P, T> List<T> all(List<P> pieces, Function<P, Task> task, Function<P, T> work) {
    if (machines != null) {
      List<String> tasks = pieces.stream().map(piece -> task.apply(piece).text()).toList();
      machines.run(tasks, done).forEach(Workers::check);
    }
    return all(pieces, work);
  }

  private static void check(Receipt receipt) {
    if (!receipt.failure().isEmpty()) {
      throw new UserError(receipt.failure());
    }
    if (!receipt.isHere()) {
      throw new UserError(
          "a machine wrote "
              + receipt.file()
              + ", which is not there, or other, when seen from here; results must lie in a folder"
              + " that all machines share under one name");
    }
  }

  /** Does all on threads of this process, and returns when the last is done. */
  public <P, T> List<T> all(List<P> pieces, Function<P, T> work) {
    try {
      List<Callable<T>> calls = new ArrayList<>();
      pieces.forEach(piece -> calls.add(() -> work.apply(piece)));
      List<T> results = new ArrayList<>();
      for (Future<T> each : pool.invokeAll(calls)) {
        results.add(each.get());
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
    if (machines != null) {
      machines.close();
    }
  }
}
