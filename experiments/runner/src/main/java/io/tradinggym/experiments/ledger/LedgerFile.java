package io.tradinggym.experiments.ledger;

import io.tradinggym.experiments.FileProblem;
import io.tradinggym.experiments.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

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

  /**
   * Shows somebody all lines, torn ones among them, one by one: there may be millions.
   *
   * @param reader refuses a line by an IllegalArgumentException
   * @throws UserError naming a line that was refused
   */
  void lines(Consumer<String> reader) {
    if (!Files.exists(path)) {
      return;
    }
    // Bytes that are no text, such as those of a torn line, are replaced; Files.newBufferedReader
    // would refuse them.
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        try {
          reader.accept(line);
        } catch (IllegalArgumentException e) {
          throw new UserError(path + ", line " + number + ": " + e.getMessage(), e);
        }
      }
    } catch (IOException e) {
      throw new UserError(
          "cannot read the ledger of trials " + path + ": " + FileProblem.reason(e), e);
    }
  }
}
