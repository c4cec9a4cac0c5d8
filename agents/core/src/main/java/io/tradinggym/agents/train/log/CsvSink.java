package io.tradinggym.agents.train.log;

import io.tradinggym.agents.nn.ParameterFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Figures as CSV: a header, then a line an iteration with as many cells as the header has names; what is not defined is
 * an empty cell. A figure that first appears later (off-policy learners have none before they learn) gets a column for
 * all lines.
 */
public final class CsvSink implements MetricSink {
  private static final String STEPS = "steps";

  private final Path file;
  private final SortedSet<String> names = new TreeSet<>();
  private @Nullable BufferedWriter out;

  /**
   * What one iteration reported.
   *
   * @param steps environment steps so far, over all lanes
   * @param figures those that were defined, by name
   */
  public record Row(long steps, SortedMap<String, Double> figures) {}

  /**
   * Writes to a file.
   *
   * @param file that is written, or gone on with after an interruption
   */
  public CsvSink(Path file) {
    this.file = file;
  }

  /**
   * Reads what a sink wrote, in order; the same figures, to the bit.
   *
   * @param file that is read
   * @return the rows, in order
   * @throws IOException if the file cannot be read, or is no log of figures
   */
  public static List<Row> read(Path file) throws IOException {
    List<Row> rows = new ArrayList<>();
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is no log of figures: it is not text in UTF-8", e);
    }
    if (lines.isEmpty()) {
      return rows;
    }
    List<String> header = Csv.cells(lines.getFirst());
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = Csv.cells(line);
      if (cells.size() != header.size()) {
        break; // A line that a crash cut short is the last one.
      }
      SortedMap<String, Double> figures = new TreeMap<>();
      for (int i = 1; i < cells.size(); i++) {
        if (!cells.get(i).isEmpty()) {
          figures.put(header.get(i), number(file, rows.size() + 2, cells.get(i)));
        }
      }
      if (!cells.getFirst().matches("\\d{1,18}")) {
        throw new IOException(
            file
                + ", line "
                + (rows.size() + 2)
                + ": \""
                + cells.getFirst()
                + "\" is no number of steps");
      }
      rows.add(new Row(Long.parseLong(cells.getFirst()), figures));
    }
    return rows;
  }

  private static double number(Path file, int line, String cell) throws IOException {
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      throw new IOException(file + ", line " + line + ": \"" + cell + "\" is not a number", e);
    }
  }

  @Override
  public void open(long steps) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    names.clear();
    List<Row> kept = new ArrayList<>();
    if (steps > 0 && Files.exists(file)) {
      for (Row row : read(file)) {
        if (row.steps() <= steps) {
          names.addAll(row.figures().keySet());
          kept.add(row);
        }
      }
    }
    rewrite(kept);
  }

  private void rewrite(List<Row> rows) throws IOException {
    StringBuilder text = new StringBuilder();
    if (!names.isEmpty() || !rows.isEmpty()) {
      text.append(header());
      rows.forEach(row -> text.append(line(row.steps(), row.figures())));
    }
    close();
    ParameterFile.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
    out = Files.newBufferedWriter(file, StandardOpenOption.APPEND);
  }

  private String header() {
    List<String> cells = new ArrayList<>(List.of(STEPS));
    cells.addAll(names);
    return Csv.line(cells);
  }

  private String line(long steps, SortedMap<String, Double> figures) {
    List<String> cells = new ArrayList<>(List.of(String.valueOf(steps)));
    for (String name : names) {
      Double value = figures.get(name);
      cells.add(value != null && Double.isFinite(value) ? value.toString() : "");
    }
    return Csv.line(cells);
  }

  @Override
  public void write(long steps, SortedMap<String, Double> figures) throws IOException {
    Objects.requireNonNull(out, "open first");
    if (names.addAll(figures.keySet())) {
      rewrite(read(file));
    }
    BufferedWriter writer = Objects.requireNonNull(out);
    writer.write(line(steps, figures));
    writer.flush();
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
      out = null;
    }
  }
}
