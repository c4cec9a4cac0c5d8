package io.tradinggym.experiments.statistics.pyfolio;

import io.tradinggym.agents.train.log.Csv;
import io.tradinggym.experiments.FileProblem;
import io.tradinggym.experiments.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * A CSV file whose first column is a time; plain, or gzip by its name.
 *
 * @param file it was read from
 * @param header names of the columns; the first is that of the times and may be empty
 * @param rows cells
 */
record Table(Path file, List<String> header, List<String[]> rows) {
  private static final int DATE = 10;

  static Table read(Path file) {
    try (InputStream in = Files.newInputStream(file);
        InputStream plain =
            file.toString().toLowerCase(Locale.ROOT).endsWith(".gz")
                ? new GZIPInputStream(in)
                : in;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      List<String[]> lines =
          reader.lines().filter(line -> !line.isBlank()).map(Table::cells).toList();
      if (lines.isEmpty()) {
        throw new UserError(file + " is empty");
      }
      List<String> first = List.of(lines.getFirst());
      boolean headed = !isTime(first.getFirst());
      List<String> header = headed ? first : first.stream().map(cell -> "").toList();
      return new Table(file, header, headed ? lines.subList(1, lines.size()) : lines);
    } catch (UncheckedIOException e) {
      throw unreadable(file, Objects.requireNonNull(e.getCause())); // A .gz that was cut off, say.
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static UserError unreadable(Path file, IOException e) {
    return new UserError("cannot read " + file + ": " + FileProblem.reason(e), e);
  }

  /** Cells of a line, without the mark that may begin a file. */
  private static String[] cells(String line) {
    String text = line.startsWith("\uFEFF") ? line.substring(1) : line;
    return Csv.cells(text).toArray(String[]::new);
  }

  private static boolean isTime(String cell) {
    return cell.length() >= DATE && Character.isDigit(cell.charAt(0));
  }

  /** Column of a name, in any case. */
  int column(String name) {
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).strip().equalsIgnoreCase(name)) {
        return i;
      }
    }
    throw new UserError(file + " has no column \"" + name + "\"; it has " + header);
  }

  /** Epoch milliseconds of a row; a date is its midnight, a time without a zone is UTC. */
  long time(int row) {
    String text = rows.get(row)[0].strip().replace(' ', 'T');
    try {
      if (text.length() == DATE) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
      }
      return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")
          ? OffsetDateTime.parse(text).toInstant().toEpochMilli()
          : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC).toEpochMilli();
    } catch (DateTimeException e) {
      throw bad(row, rows.get(row)[0], "a date or time", e);
    }
  }

  /** A text; empty where a row ends before. */
  String text(int row, int column) {
    String[] cells = rows.get(row);
    return column < cells.length ? cells[column].strip() : "";
  }

  /** A number; an empty cell, and what pandas may write for a missing one, is 0. */
  double number(int row, int column) {
    String cell = text(row, column);
    try {
      double number = cell.isEmpty() || cell.equalsIgnoreCase("nan") ? 0 : Double.parseDouble(cell);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw bad(row, cell, "a number", e);
    }
    throw bad(row, cell, "a finite number");
  }

  /** What is wrong with a cell. */
  UserError bad(int row, String cell, String expected) {
    return new UserError(message(row, cell, expected));
  }

  private UserError bad(int row, String cell, String expected, Exception e) {
    return new UserError(message(row, cell, expected), e);
  }

  private String message(int row, String cell, String expected) {
    return file + ", row " + (row + 1) + ": \"" + cell + "\" is not " + expected;
  }
}
