package io.tradinggym.experiments.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What one training reported, iteration by iteration. Reads and writes CSV without loss. */
public final class TrainingLog {
  private static final String STEPS = "steps";
  private static final String RETURN = "return";
  private static final String VALIDATION = "validation";

  private final List<Row> rows = new ArrayList<>();

  /**
   * One iteration.
   *
   * @param steps environment steps so far
   * @param meanReturn mean return of the last hundred finished episodes, NaN before the first
   * @param validation mean return on the validation episodes, NaN where there was no validation
   * @param figures of the learner, by name
   */
  public record Row(long steps, double meanReturn, double validation, Map<String, Double> figures) {
    /** Copies the figures, ordered by name. */
    public Row {
      figures = Collections.unmodifiableMap(new TreeMap<>(figures));
    }
  }

  void add(Row row) {
    rows.add(row);
  }

  /** The iterations in order. */
  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /** The iterations with a validation. */
  public List<Row> validations() {
    return rows.stream().filter(row -> !Double.isNaN(row.validation())).toList();
  }

  /** The log as CSV with a header. */
  public String csv() {
    TreeSet<String> names = new TreeSet<>();
    rows.forEach(row -> names.addAll(row.figures().keySet()));
    StringBuilder text = new StringBuilder(STEPS + "," + RETURN + "," + VALIDATION);
    names.forEach(name -> text.append(',').append(name));
    text.append('\n');
    for (Row row : rows) {
      text.append(row.steps())
          .append(',')
          .append(row.meanReturn())
          .append(',')
          .append(row.validation());
      names.forEach(name -> text.append(',').append(row.figures().getOrDefault(name, Double.NaN)));
      text.append('\n');
    }
    return text.toString();
  }

  /** Reads {@link #csv}, up to so many steps. */
  static TrainingLog parse(String csv, long upTo) {
    TrainingLog log = new TrainingLog();
    List<String> lines = csv.lines().toList();
    String[] names = lines.getFirst().split(",");
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      long steps = Long.parseLong(cells[0]);
      if (steps <= upTo) {
        Map<String, Double> figures =
            IntStream.range(3, names.length)
                .boxed()
                .collect(Collectors.toMap(i -> names[i], i -> Double.valueOf(cells[i])));
        log.add(
            new Row(steps, Double.parseDouble(cells[1]), Double.parseDouble(cells[2]), figures));
      }
    }
    return log;
  }
}
