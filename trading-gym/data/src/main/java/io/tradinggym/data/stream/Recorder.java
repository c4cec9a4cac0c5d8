package io.tradinggym.data.stream;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes lines to the end of a file: time, kind and body with tabs between. What is whole on disk after a crash is a
 * recording. For one thread.
 */
public final class Recorder implements Closeable {
  private final BufferedWriter out;

  /**
   * Opens or makes the file.
   *
   * @param file at whose end lines are written; it is made if it is not there
   * @throws IOException if it cannot be written
   */
  public Recorder(Path file) throws IOException {
    out =
        Files.newBufferedWriter(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /**
   * Writes a line.
   *
   * @param line something that came; tabs and line ends in it become spaces
   * @throws IOException if it cannot be written
   */
  public void write(StreamLine line) throws IOException {
    // JSON has no raw tabs or line ends within its strings; between tokens a space means the same.
    String body = line.body().replaceAll("[\\t\\r\\n]+", " ");
    out.write(line.at() + "\t" + line.kind() + "\t" + body + "\n");
  }

  /**
   * Hands what was written to the disk.
   *
   * @throws IOException if it cannot be written
   */
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
