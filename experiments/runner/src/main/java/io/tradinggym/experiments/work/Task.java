package io.tradinggym.experiments.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;

/**
 * A piece of work as it travels.
 *
 * @param command whose work it is, such as {@code tune}
 * @param folder of the command's results, absolute; all machines see it under this name
 * @param name of the piece among them, such as {@code split-3-seed-7}
 * @param more what the folder does not say of it; empty
 */
public record Task(String command, String folder, String name, String more) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** As a line of JSON. */
  public String text() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From a line of JSON. */
  public static Task read(String text) {
    try {
      return JSON.readValue(text, Task.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a task: " + text, e);
    }
  }
}
