package io.tradinggym.examples.lessons.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradinggym.experiments.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A notebook of Jupyter's format 4.
 *
 * @param name what messages call it
 * @param title of the lesson
 * @param track {@code trading} or {@code algorithms}
 * @param minutes that a reader takes
 * @param cells in their order
 */
public record Notebook(String name, String title, String track, int minutes, List<Cell> cells) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Fixes the cells. */
  public Notebook {
    cells = List.copyOf(cells);
  }

  /**
   * Reads a file.
   *
   * @throws UserError if it cannot be read or is no notebook
   */
  public static Notebook read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UserError("cannot read the notebook " + file + ": " + e.getMessage());
    }
  }

  /**
   * Reads a text.
   *
   * @throws UserError if it is no notebook
   */
  public static Notebook parse(String name, String text) {
    try {
      JsonNode root = JSON.readTree(text);
      if (!root.path("cells").isArray() || root.path("nbformat").asInt() != 4) {
        throw new UserError(name + " is no notebook of format 4");
      }
      JsonNode about = root.path("metadata").path("trading_gym");
      List<Cell> cells = new ArrayList<>();
      for (JsonNode cell : root.path("cells")) {
        cells.add(cell(cells.size() + 1, cell));
      }
      return new Notebook(
          name,
          about.path("title").asText(name),
          about.path("track").asText(""),
          about.path("minutes").asInt(),
          cells);
    } catch (JsonProcessingException e) {
      throw new UserError(name + " is no notebook: " + e.getOriginalMessage());
    }
  }

  private static Cell cell(int number, JsonNode cell) {
    StringBuilder source = new StringBuilder();
    if (cell.path("source").isArray()) {
      cell.path("source").forEach(line -> source.append(line.asText()));
    } else {
      source.append(cell.path("source").asText());
    }
    Set<String> tags = new HashSet<>();
    cell.path("metadata").path("tags").forEach(tag -> tags.add(tag.asText()));
    return new Cell(
        number, cell.path("cell_type").asText().equals("code"), source.toString(), tags);
  }

  /** The cells with a tag. */
  public List<Cell> tagged(String tag) {
    return cells.stream().filter(cell -> cell.tags().contains(tag)).toList();
  }

  /**
   * The same with another value of a knob: in the cells tagged {@code knob} the declaration {@code double name = ...;}
   * gets this one.
   *
   * @throws UserError if no knob has this name
   */
  public Notebook with(String knob, String value) {
    Pattern declared = Pattern.compile("(\\w+ " + Pattern.quote(knob) + " = )[^;]+;");
    List<Cell> turned = new ArrayList<>();
    boolean found = false;
    for (Cell cell : cells) {
      Matcher matcher = declared.matcher(cell.source());
      boolean here = cell.tags().contains("knob") && matcher.find();
      found |= here;
      turned.add(
          here
              ? new Cell(
                  cell.number(),
                  true,
                  matcher.replaceFirst("$1" + Matcher.quoteReplacement(value) + ";"),
                  cell.tags())
              : cell);
    }
    if (!found) {
      throw new UserError(name + " has no knob " + knob);
    }
    return new Notebook(name, title, track, minutes, turned);
  }
}
