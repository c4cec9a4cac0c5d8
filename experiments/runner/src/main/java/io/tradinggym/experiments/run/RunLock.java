package io.tradinggym.experiments.run;

import io.tradinggym.experiments.FileProblem;
import io.tradinggym.experiments.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps two processes from writing into one run; let go of when closed, and by the system when a process dies. */
public final class RunLock implements AutoCloseable {
  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws UserError if somebody else works on the run, or its folder cannot be written
   */
  public static RunLock of(RunFolder folder) {
    Path file = folder.file(".lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (taken(channel)) {
        return new RunLock(channel);
      }
      channel.close();
    } catch (IOException e) {
      throw new UserError("cannot write into " + folder.path() + ": " + FileProblem.reason(e), e);
    }
    throw new UserError(
        "another process works on the run "
            + folder.path()
            + "; wait until it has ended, or stop it");
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
