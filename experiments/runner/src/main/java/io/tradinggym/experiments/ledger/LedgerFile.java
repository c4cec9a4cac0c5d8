package io.tradinggym.experiments.ledger;

import io.tradinggym.experiments.FileProblem;
import io.tradinggym.experiments.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lines that are only ever added, by any number of processes: each addition is locked, written in one piece and forced
 * to the disk. A line that a dying process left torn is closed by the next addition, and skipped by readers.
 */
final class LedgerFile {
  /** A file lock is one of the process; threads of it wait here. */
  private static final ReentrantLock THREADS = new ReentrantLock();

  private final Path path;

  LedgerFile(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  void append(List<String> lines) {
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    THREADS.lock();
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      try (FileChannel file =
              FileChannel.open(
                  path,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE);
          FileLock _ = file.lock()) {
        long end = file.size();
        boolean torn = end > 0 && last(file, end) != '\n';
        ByteBuffer all = ByteBuffer.allocate(bytes.length + (torn ? 1 : 0));
        if (torn) {
          all.put((byte) '\n');
        }
        all.put(bytes).flip();
        while (all.hasRemaining()) {
          end += file.write(all, end);
        }
        file.force(false);
      }
    } catch (IOException e) {
      throw new UserError(
          "cannot write the ledger of trials " + path + ": " + FileProblem.reason(e), e);
    } finally {
      THREADS.unlock();
    }
  }

  private static byte last(FileChannel file, long end) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    file.read(one, end - 1);
    return one.get(0);
  }

  /** All lines, torn ones among them; none if there is no file. */
  List<String> lines() {
    try {
      return Files.exists(path)
          ? new String(Files.readAllBytes(path), StandardCharsets.UTF_8).lines().toList()
          : List.of();
    } catch (IOException e) {
      throw new UserError(
          "cannot read the ledger of trials " + path + ": " + FileProblem.reason(e), e);
    }
  }
}
