package io.tradinggym.experiments.fuzz;

import io.tradinggym.api.random.RandomStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Mutates the samples of a kind and reads them. */
final class Fuzzing {
  private static final long SECONDS = 10;
  private static final int BATCH = 200;

  private final FileKind kind;
  private final long seed;
  private final Path folder;
  private final Map<String, Failure> failures = new LinkedHashMap<>();
  private long values;
  private long refusals;
  private volatile long current;

  /**
   * A run.
   *
   * @param folder empty, for the files
   */
  Fuzzing(FileKind kind, long seed, Path folder) {
    this.kind = kind;
    this.seed = seed;
    this.folder = folder;
  }

  /**
   * Reads the samples, then so many mutations; a reader that takes longer than {@value #SECONDS} seconds for
   * {@value #BATCH} of them hangs, and ends the run.
   */
  List<Failure> run(long mutations) throws IOException, InterruptedException {
    for (byte[] sample : kind.samples()) {
      outcome(-1, sample);
    }
    for (long from = 0; from < mutations; from += BATCH) {
      long first = from;
      long last = Math.min(mutations, from + BATCH);
      if (!inTime(
          () -> {
            for (long mutation = first; mutation < last; mutation++) {
              current = mutation;
              outcome(mutation, input(mutation));
            }
            return null;
          })) {
        break;
      }
    }
    return List.copyOf(failures.values());
  }

  private boolean inTime(Callable<?> work) throws InterruptedException {
    FutureTask<?> task = new FutureTask<>(work);
    Thread thread = Thread.ofPlatform().daemon().name("fuzz-" + kind.name()).start(task);
    try {
      task.get(SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      IllegalStateException slow = new IllegalStateException("does not end");
      slow.setStackTrace(thread.getStackTrace());
      thread.interrupt();
      add(new Failure(kind.name(), current, "does not end", input(current), slow));
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(kind.name() + ": the run itself failed", e);
    }
  }

  /** The bytes of a mutation: a function of kind, seed and number. */
  byte[] input(long mutation) {
    var random = RandomStreams.of(seed).stream("fuzz " + kind.name(), mutation);
    List<byte[]> samples = kind.samples();
    byte[] sample = samples.get(random.integer(samples.size()));
    byte[] other = samples.get(random.integer(samples.size()));
    return kind.seal().apply(new Mutator(random).mutate(sample, other));
  }

  private void outcome(long mutation, byte[] bytes) throws IOException {
    try {
      kind.reader().read(folder, bytes);
      values++;
    } catch (Throwable thrown) { // Errors too: no file may use up the memory or the stack.
      refusals++;
      Optional<String> wrong =
          mutation < 0
              ? Optional.of("a sound sample was refused: " + thrown.getMessage())
              : Verdict.of(thrown, kind.file());
      wrong.ifPresent(what -> add(new Failure(kind.name(), mutation, what, bytes, thrown)));
    }
  }

  private void add(Failure failure) {
    failures.putIfAbsent(failure.place(), failure);
  }

  long values() {
    return values;
  }

  long refusals() {
    return refusals;
  }

  /** Deletes what the run wrote. */
  static void clear(Path folder) throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> found = Files.walk(folder)) {
      found.forEach(all::addFirst);
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }
}
