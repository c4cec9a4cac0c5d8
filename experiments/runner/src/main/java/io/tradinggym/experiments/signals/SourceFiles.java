package io.tradinggym.experiments.signals;

import io.tradinggym.data.series.KnownSeries;
import io.tradinggym.data.series.ReleaseRule;
import io.tradinggym.data.series.Sources;
import io.tradinggym.experiments.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sources beside the bars, from files. */
public final class SourceFiles {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private SourceFiles() {}

  /**
   * Reads sources by name: bars where the header has a column Close, known at the close, else dates and values, known
   * by the series' rule.
   */
  public static Sources read(Map<String, Path> files) {
    Sources sources = Sources.NONE;
    for (Map.Entry<String, Path> file : files.entrySet()) {
      sources = sources.with(file.getKey(), read(file.getKey(), file.getValue()));
    }
    return sources;
  }

  private static KnownSeries read(String name, Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UserError("cannot read the source " + name + ": " + file, e);
    }
    if (lines.isEmpty()) {
      throw new UserError("the source " + name + " is empty: " + file);
    }
    String[] header = lines.getFirst().toLowerCase(Locale.ROOT).split(",");
    if (header.length > 4 && !name.equals("VIXCLS")) {
      return TickerFiles.read(file).closes();
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
        values[row] = value.isEmpty() || value.equals(".") ? Double.NaN : Double.parseDouble(value);
      } catch (DateTimeParseException | NumberFormatException | StringIndexOutOfBoundsException e) {
        throw new UserError(
            file
                + ", line "
                + (row + 2)
                + ": a date and a number are wanted, was \""
                + lines.get(row + 1)
                + "\"",
            e);
      }
    }
    return KnownSeries.of(events, known, values);
  }
}
