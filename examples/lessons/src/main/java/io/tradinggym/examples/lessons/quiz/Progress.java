package io.tradinggym.examples.lessons.quiz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.tradinggym.experiments.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a reader knew and when it is asked again: boxes of Leitner at 1, 3, 7 and 21 days. A right answer moves a
 * question one box on, a wrong one back to the first. One JSON file of the reader's own; written beside it and moved
 * over it, so that a crash leaves the old one or the new one. Nothing is sent anywhere.
 */
public final class Progress {
  /** Days until a question in each box is due. */
  public static final List<Integer> DAYS = List.of(1, 3, 7, 21);

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path file;
  private final TreeMap<String, Box> boxes;

  /**
   * Where a question stands.
   *
   * @param box 0 to 3
   * @param due the day it is asked again, as 2026-11-30
   * @param right how often it was answered rightly
   * @param wrong how often it was not
   */
  public record Box(int box, String due, int right, int wrong) {
    /** Checks the box. */
    public Box {
      if (box < 0 || box >= DAYS.size()) {
        throw new IllegalArgumentException("box must be in [0, 3], was " + box);
      }
      LocalDate.parse(due);
    }
  }

  private Progress(Path file, Map<String, Box> boxes) {
    this.file = file;
    this.boxes = new TreeMap<>(boxes);
  }

  /**
   * Reads a file, or begins anew where there is none.
   *
   * @throws UserError if there is a file and it cannot be understood: it is left as it is
   */
  public static Progress read(Path file) {
    if (!Files.exists(file)) {
      return new Progress(file, Map.of());
    }
    try {
      Map<String, Box> boxes = JSON.readValue(file.toFile(), new TypeReference<>() {});
      if (boxes == null || boxes.containsValue(null)) {
        throw new UserError("the progress file " + file + " is damaged (null); mend or move it");
      }
      return new Progress(file, boxes);
    } catch (JsonProcessingException e) {
      throw new UserError(
          "the progress file "
              + file
              + " is damaged ("
              + e.getOriginalMessage()
              + "); mend or move it");
    } catch (IOException e) {
      throw new UserError("cannot read the progress file " + file + ": " + e.getMessage());
    }
  }

  /**
   * Notes an answer and writes the file.
   *
   * @throws UserError if it cannot be written
   */
  public void answered(int lesson, Question question, boolean right, LocalDate today) {
    Box before = boxes.get(key(lesson, question));
    int box = !right || before == null ? 0 : Math.min(before.box() + 1, DAYS.size() - 1);
    boxes.put(
        key(lesson, question),
        new Box(
            box,
            today.plusDays(DAYS.get(box)).toString(),
            (before == null ? 0 : before.right()) + (right ? 1 : 0),
            (before == null ? 0 : before.wrong()) + (right ? 0 : 1)));
    write();
  }

  /** Where a question stands; null if it was never answered. */
  public @Nullable Box box(int lesson, Question question) {
    return boxes.get(key(lesson, question));
  }

  /** Whether a question is new, or its day has come. */
  public boolean due(int lesson, Question question, LocalDate today) {
    Box box = boxes.get(key(lesson, question));
    return box == null || !LocalDate.parse(box.due()).isAfter(today);
  }

  private static String key(int lesson, Question question) {
    return "%02d/%s".formatted(lesson, question.id());
  }

  private void write() {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Path next = Files.createTempFile(folder, "progress", ".json");
      try {
        JSON.writeValue(next.toFile(), boxes);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(next);
      }
    } catch (IOException e) {
      throw new UserError("cannot write the progress file " + file + ": " + e.getMessage());
    }
  }
}
