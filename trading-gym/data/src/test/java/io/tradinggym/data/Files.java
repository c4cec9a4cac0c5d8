package io.tradinggym.data;

import io.tradinggym.data.series.KnownSeries;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.data.series.ReleaseRule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Reads the files that tests are judged by. */
public final class Files {
  public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private Files() {}

  /** Lines of a file of real data, split at commas. */
  public static List<String[]> rows(String path) {
    Path file = Path.of(System.getenv("TRADING_GYM_DATA"), path);
    try {
      if (path.endsWith(".gz")) {
        try (BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(java.nio.file.Files.newInputStream(file)),
                    StandardCharsets.UTF_8))) {
          return split(reader.lines().toList());
        }
      }
      return split(java.nio.file.Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines of a test resource. */
  public static List<String[]> resource(String name) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Files.class.getResourceAsStream(name), name),
                StandardCharsets.UTF_8))) {
      return split(reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String[]> split(List<String> lines) {
    return lines.stream().filter(line -> !line.isBlank()).map(line -> line.split(",", -1)).toList();
  }

  /** Midnight to a time of day in New York. */
  public static long at(String date, int hour, int plusDays) {
    return LocalDate.parse(date.substring(0, 10))
        .plusDays(plusDays)
        .atTime(LocalTime.of(hour, 0))
        .atZone(NEW_YORK)
        .toInstant()
        .toEpochMilli();
  }

  /** Daily bars that close at 16:00 in New York; columns date, open, high, low, close, volume. */
  public static PriceBars daily(String path) {
    return daily(rows(path));
  }

  public static PriceBars daily(List<String[]> rows) {
    PriceBars bars = new PriceBars();
    rows.stream()
        .skip(1)
        .forEach(
            row ->
                bars.append(
                    at(row[0], 16, 0),
                    Double.parseDouble(row[1]),
                    Double.parseDouble(row[2]),
                    Double.parseDouble(row[3]),
                    Double.parseDouble(row[4]),
                    Double.parseDouble(row[5])));
    return bars;
  }

  /** Observations by date, known so many days after at an hour in New York. */
  public static KnownSeries observations(String path, int column, int days, int hour) {
    List<Long> events = new ArrayList<>();
    List<Long> known = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    rows(path).stream()
        .skip(1)
        .filter(row -> !row[column].isBlank() && !row[column].equals("."))
        .forEach(
            row -> {
              events.add(at(row[0], 0, 0));
              known.add(at(row[0], hour, days));
              values.add(Double.parseDouble(row[column]));
            });
    return KnownSeries.of(
        events.stream().mapToLong(Long::longValue).toArray(),
        known.stream().mapToLong(Long::longValue).toArray(),
        values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Observations by date, known by a rule. */
  public static KnownSeries released(String path, int column, ReleaseRule rule) {
    List<String[]> rows =
        rows(path).stream()
            .skip(1)
            .filter(row -> !row[column].isBlank() && !row[column].equals("."))
            .toList();
    return KnownSeries.of(
        rows.stream().mapToLong(row -> at(row[0], 0, 0)).toArray(),
        rows.stream()
            .mapToLong(row -> rule.knownAt(LocalDate.parse(row[0])).toEpochMilli())
            .toArray(),
        rows.stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray());
  }

  /** A column by name, NaN where it is blank. */
  public static double[] column(List<String[]> rows, String name) {
    int at = Arrays.asList(rows.getFirst()).indexOf(name);
    if (at < 0) {
      throw new IllegalArgumentException(name + " is none of " + Arrays.toString(rows.getFirst()));
    }
    return rows.stream()
        .skip(1)
        .mapToDouble(row -> row[at].isBlank() ? Double.NaN : Double.parseDouble(row[at]))
        .toArray();
  }
}
