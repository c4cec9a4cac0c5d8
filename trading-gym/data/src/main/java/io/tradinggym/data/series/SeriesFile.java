package io.tradinggym.data.series;

import io.tradinggym.market.data.csv.BadDataException;
import io.tradinggym.market.data.csv.BarFile;
import io.tradinggym.market.data.csv.Decimal;
import io.tradinggym.market.instrument.Equity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Values and bars in files. */
public final class SeriesFile {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static final String STAMPED = "event,known,value";

  private SeriesFile() {}

  /**
   * {@return the text of a file that {@link #read} understands: each value with when it was known}
   *
   * @param series that the text is to hold
   */
  public static String text(KnownSeries series) {
    StringBuilder text = new StringBuilder(STAMPED).append('\n');
    for (int i = 0; i < series.size(); i++) {
      text.append(Instant.ofEpochMilli(series.eventTime(i)))
          .append(',')
          .append(Instant.ofEpochMilli(series.knownAt(i)))
          .append(',')
          .append(series.value(i))
          .append('\n');
    }
    return text.toString();
  }

  /** NaN only where the file says so. */
  private static double number(String cell) {
    String text = cell.strip();
    double value = Decimal.parse(text);
    if (Double.isNaN(value) && !text.equalsIgnoreCase("nan")) {
      throw new NumberFormatException(text);
    }
    return value;
  }

  private static KnownSeries stamped(List<String> lines, Path file) {
    int rows = lines.size() - 1;
    long[] events = new long[rows];
    long[] known = new long[rows];
    double[] values = new double[rows];
    for (int row = 0; row < rows; row++) {
      String[] cells = lines.get(row + 1).split(",", -1);
      try {
        events[row] = Instant.parse(cells[0].strip()).toEpochMilli();
        known[row] = Instant.parse(cells[1].strip()).toEpochMilli();
        values[row] = number(cells[2]);
      } catch (DateTimeParseException | NumberFormatException | IndexOutOfBoundsException e) {
        throw wrong(file, row, "two times and a number", lines, e);
      }
    }
    return series(file, events, known, values);
  }

  private static KnownSeries series(Path file, long[] events, long[] known, double[] values) {
    try {
      return KnownSeries.of(events, known, values);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /** A row, from 0 below the header, that is not what it should be. */
  private static IllegalArgumentException wrong(
      Path file, int row, String wanted, List<String> lines, RuntimeException cause) {
    return new IllegalArgumentException(
        "%s, line %d: %s are wanted, was \"%s\""
            .formatted(file, row + 2, wanted, lines.get(row + 1)),
        cause);
  }

  /**
   * {@return sources, each read from a file by {@link #read}}
   *
   * @param files paths by the name of the source
   * @throws IllegalArgumentException naming file, line and what would be right
   */
  public static Sources sources(Map<String, Path> files) {
    Sources sources = Sources.NONE;
    for (Map.Entry<String, Path> file : files.entrySet()) {
      sources = sources.with(file.getKey(), read(file.getKey(), file.getValue()));
    }
    return sources;
  }

  /**
   * {@return the daily bars of a file, repaired by the declared rules of {@link BarFile}}
   *
   * @param file in any layout that {@link BarFile} reads
   * @throws IllegalArgumentException naming the file and what is wrong
   */
  public static PriceBars bars(Path file) {
    try {
      BarFile bars = BarFile.read(file);
      return PriceBars.of(bars.repaired(Equity.adjusted(bars.name())));
    } catch (IOException | BadDataException | IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads one source: {@code event,known,value} with times such as {@code 2025-02-20T21:00:00Z}; the closes of bars,
   * known at the close, where the header has a column Close; else dates and values, known by the {@link ReleaseRule} of
   * the series' name. The VIX comes as bars and is known by its rule.
   *
   * @param name of the source, which chooses the rule
   * @param file with a header in its first line
   * @return the values, each with when it was known
   * @throws IllegalArgumentException naming file, line and what would be right
   */
  public static KnownSeries read(String name, Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read the source " + name + ": " + file, e);
    }
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("the source " + name + " is empty: " + file);
    }
    String[] header = lines.getFirst().toLowerCase(Locale.ROOT).split(",");
    if (header.length > 4 && !name.equals("VIXCLS")) {
      return bars(file).closes();
    }
    if (lines.getFirst().strip().equals(STAMPED)) {
      return stamped(lines, file);
    }
    int column = header.length > 4 ? 4 : 1;
    int rows = lines.size() - 1;
    long[] events = new long[rows];
    long[] known = new long[rows];
    double[] values = new double[rows];
    for (int row = 0; row < rows; row++) {
      String[] cells = lines.get(row + 1).split(",", -1);
      try {
        LocalDate date = LocalDate.parse(cells[0].strip().substring(0, 10));
        String value = cells.length > column ? cells[column].strip() : "";
        events[row] = date.atStartOfDay(NEW_YORK).toInstant().toEpochMilli();
        known[row] = ReleaseRule.ofFred(name).knownAt(date).toEpochMilli();
        values[row] = value.isEmpty() || value.equals(".") ? Double.NaN : number(value);
      } catch (DateTimeParseException | NumberFormatException | StringIndexOutOfBoundsException e) {
        throw wrong(file, row, "a date and a number", lines, e);
      }
    }
    return series(file, events, known, values);
  }
}
