package io.tradinggym.experiments.run;

import io.tradinggym.experiments.FileProblem;
import io.tradinggym.experiments.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps two processes from writing into one folder; let go of when closed, and by the system when a process dies. */
public final class RunLock implements AutoCloseable {
  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws UserError if somebody else works on it, or its folder cannot be written
   */
  public static RunLock of(RunFolder folder) {
    RunLock lock = ifFree(folder);
    if (lock == null) {
      throw new UserError(
          "another process works on " + folder.path() + "; wait until it has ended, or stop it");
    }
    return lock;
  }

  /**
   * Takes the lock, or returns null if somebody else has it.
   *
   * @throws UserError if the folder cannot be written
   */
  static @Nullable RunLock ifFree(RunFolder folder) {
    try {
      FileChannel channel =
          FileChannel.open(
              folder.file(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (taken(channel)) {
        return new RunLock(channel);
      }
      channel.close();
      return null;
    } catch (IOException e) {
      throw new UserError("cannot write into " + folder.path() + ": " + FileProblem.reason(e), e);
    }
  }

  private static boolean taken(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // This very process works on it.
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UserError("cannot let go of the run: " + e.getMessage(), e);
    }
  }
}
