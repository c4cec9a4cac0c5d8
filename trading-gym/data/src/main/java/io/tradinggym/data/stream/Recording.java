package io.tradinggym.data.stream;

import io.tradinggym.data.collect.CollectException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What was recorded of a stream.
 *
 * @param file that a {@link Recorder} wrote
 */
public record Recording(Path file) {
  /**
   * Sends all lines through a feed.
   *
   * @param feed that has seen nothing
   * @return how many lines there were
   * @throws IOException if the file cannot be read, naming the line that is none; a last line that was cut is left out
   */
  public long replay(BinanceFeed feed) throws IOException {
    long number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String next = lines.readLine();
      while (next != null) {
        String text = next;
        next = lines.readLine();
        number++;
        try {
          feed.accept(line(text));
        } catch (IllegalArgumentException | CollectException e) {
          if (next == null) {
            return number - 1;
          }
          throw new IOException(file + ", line " + number + ": " + e.getMessage(), e);
        }
      }
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is not text in UTF-8 behind line " + number, e);
    }
    return number;
  }

  private static StreamLine line(String text) {
    String[] cells = text.split("\t", 3);
    if (cells.length < 3) {
      throw new IllegalArgumentException("time, kind and body are wanted, was \"" + text + "\"");
    }
    for (StreamLine.Kind kind : StreamLine.Kind.values()) {
      if (kind.name().equals(cells[1]) && cells[0].matches("-?\\d{1,18}")) {
        return new StreamLine(Long.parseLong(cells[0]), kind, cells[2]);
      }
    }
    throw new IllegalArgumentException(
        "a time in milliseconds and one of "
            + Arrays.toString(StreamLine.Kind.values())
            + " are wanted, was \""
            + cells[0]
            + "\" and \""
            + cells[1]
            + "\"");
  }
}
