package io.tradinggym.data.collect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * A rotating log of what was asked and what failed: time, level, module, message, a line each; five files of a
 * megabyte. Keys are taken out of every line.
 */
public final class FetchLog implements Consumer<String>, AutoCloseable {
  private static final int BYTES = 1 << 20;
  private static final int FILES = 5;
  private final FileHandler handler;
  private final String module;
  private final Secrets secrets;
  private final InstantSource clock;

  /**
   * Appends to {@code collect.log} in a folder, which is made if it is not there.
   *
   * @param folder of the log
   * @param module who writes, told in every line
   * @param secrets what must never be written
   * @param clock dates the lines
   * @throws IOException if the folder cannot be made or the log not opened
   */
  public FetchLog(Path folder, String module, Secrets secrets, InstantSource clock)
      throws IOException {
    Files.createDirectories(folder);
    // In a pattern % is special.
    String pattern = folder.resolve("collect.log").toString().replace("%", "%%") + ".%g";
    handler = new FileHandler(pattern, BYTES, FILES, true);
    handler.setFormatter(new Line());
    this.module = module;
    this.secrets = secrets;
    this.clock = clock;
  }

  @Override
  public void accept(String message) {
    Level level = message.startsWith("failed") ? Level.WARNING : Level.INFO;
    LogRecord entry = new LogRecord(level, secrets.redact(message).replaceAll("\\s+", " "));
    entry.setInstant(clock.instant());
    entry.setLoggerName(module);
    handler.publish(entry);
  }

  @Override
  public void close() {
    handler.close();
  }

  /** One line. */
  private static final class Line extends Formatter {
    @Override
    public String format(LogRecord entry) {
      return entry.getInstant()
          + " "
          + entry.getLevel()
          + " "
          + entry.getLoggerName()
          + " "
          + entry.getMessage()
          + "\n";
    }
  }
}
