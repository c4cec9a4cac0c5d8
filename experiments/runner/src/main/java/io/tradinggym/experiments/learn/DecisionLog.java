package io.tradinggym.experiments.learn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tradinggym.experiments.FileProblem;
import io.tradinggym.experiments.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The decisions of a walk, a line of JSON each, written as they are taken and never changed. A walk that goes on takes
 * its old decisions again first: each must come out as the line that is there, character by character. A line that a
 * kill tore is written anew.
 */
final class DecisionLog {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final List<String> before;
  private int next;

  /** The log in a file, which need not be there. */
  DecisionLog(Path file) {
    this.file = file;
    before = new ArrayList<>();
    try {
      if (Files.exists(file)) {
        String text = Files.readString(file);
        int whole = text.lastIndexOf('\n') + 1;
        text.substring(0, whole).lines().forEach(before::add);
        if (whole < text.length()) {
          Files.writeString(file, text.substring(0, whole));
        }
      }
    } catch (IOException e) {
      throw new UserError("cannot read the decisions " + file + ": " + FileProblem.reason(e), e);
    }
  }

  /** How many decisions there were before. */
  int before() {
    return before.size();
  }

  /** The last of them; missing without any. */
  JsonNode last() {
    try {
      return before.isEmpty() ? MissingNode.getInstance() : JSON.readTree(before.getLast());
    } catch (JsonProcessingException e) {
      throw new UserError(
          file + ", line " + before.size() + ", is damaged: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * A decision is taken.
   *
   * @return whether it is a new one
   * @throws UserError if it was another when the walk came by the first time
   */
  boolean add(Map<String, Object> decision) {
    String line;
    try {
      line = JSON.writeValueAsString(decision);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    int number = next++;
    if (number < before.size()) {
      if (!before.get(number).equals(line)) {
        throw new UserError(
            file
                + ", line "
                + (number + 1)
                + ", does not come out again: it is "
                + before.get(number)
                + ", now "
                + line);
      }
      return false;
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
      channel.force(false);
    } catch (IOException e) {
      throw new UserError("cannot write the decision into " + file + ": " + e.getMessage(), e);
    }
    return true;
  }
}
