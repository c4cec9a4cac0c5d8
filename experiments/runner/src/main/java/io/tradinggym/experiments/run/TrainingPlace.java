package io.tradinggym.experiments.run;

import io.tradinggym.experiments.FileProblem;
import io.tradinggym.experiments.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a training keeps its checkpoints and its log. A cluster that takes a machine for dead has its work done again
 * elsewhere, and the first may be at it still: whoever comes second trains beside it, from the start and to the same
 * bits, in a folder that is deleted when it is closed.
 */
public final class TrainingPlace implements AutoCloseable {
  private final RunFolder folder;
  private final @Nullable RunLock lock;

  private TrainingPlace(RunFolder folder, @Nullable RunLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * The folder itself, or one beside it if another process trains there.
   *
   * @throws UserError if nothing can be written there
   */
  public static TrainingPlace in(Path folder) {
    RunFolder wanted = RunFolder.writable(folder);
    RunLock lock = RunLock.ifFree(wanted);
    if (lock != null) {
      return new TrainingPlace(wanted, lock);
    }
    Path own = RunFolder.beside(folder);
    delete(own); // of an earlier one of this name
    return new TrainingPlace(RunFolder.writable(own), null);
  }

  /** Where to train. */
  public RunFolder folder() {
    return folder;
  }

  /** Whether it is the folder itself, and no other process trains there. */
  public boolean alone() {
    return lock != null;
  }

  /**
   * Deletes a folder with all that is in it; nothing if it is not there.
   *
   * @throws UserError if it cannot be deleted
   */
  public static void delete(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UserError("cannot delete " + folder + ": " + FileProblem.reason(e), e);
    }
  }

  @Override
  public void close() {
    if (lock == null) {
      delete(folder.path());
    } else {
      lock.close();
    }
  }
}
