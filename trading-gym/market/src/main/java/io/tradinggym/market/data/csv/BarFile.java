package io.tradinggym.market.data.csv;

import io.tradinggym.market.data.Series;
import io.tradinggym.market.instrument.Instrument;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/**
 * One file of bars, read with all that is wrong with it.
 *
 * <p>Stamps of days mean the session of that day, known at 21:00 UTC (never before New York closes); stamps with a time
 * mean the start of a bar, known one spacing later. Where the file has an adjusted close, all prices of a bar are
 * scaled by the same factor, so that bars stay consistent.
 */
public final class BarFile {
  private static final long DAY = 86_400_000L;
  private static final long SESSION_END = 21 * 3_600_000L;

  private final String name;
  private final boolean daily;
  private final List<Row> rows;
  private final List<Defect> defects;

  private BarFile(String name, boolean daily, List<Row> rows, List<Defect> defects) {
    this.name = name;
    this.daily = daily;
    this.rows = rows;
    this.defects = defects;
  }

  /** Reads a file, plain or gzip, checking gaps only roughly. */
  public static BarFile read(Path file) throws IOException {
    return read(file, null);
  }

  /**
   * Reads a file, plain or gzip.
   *
   * @param sessions days on which the market was open; null to look for gaps of more than a week only
   */
  public static BarFile read(
      Path file, @org.jspecify.annotations.Nullable Predicate<LocalDate> sessions)
      throws IOException {
    String name = file.getFileName().toString();
    BarParser parser = new BarParser(name);
    parser.parse(existing(file));
    return checked(name, parser, new BarChecks(name, parser.daily(), sessions));
  }

  /**
   * Reads a file of a market that never closes, plain or gzip: every step longer than the usual one is a gap. Stamps
   * may also be milliseconds since the midnight of the day that the file's name holds, such as {@code
   * btcusd_20170903.csv}.
   */
  public static BarFile readAroundTheClock(Path file) throws IOException {
    return read(file, false);
  }

  /**
   * Reads a file of mark prices as {@link #readAroundTheClock} does; nobody trades at marks, so volumes are passed
   * over.
   */
  public static BarFile readMarks(Path file) throws IOException {
    return read(file, true);
  }

  private static BarFile read(Path file, boolean marks) throws IOException {
    String name = file.getFileName().toString();
    BarParser parser = new BarParser(name, marks);
    parser.parse(DayFile.dated(name, existing(file)));
    return checked(name, parser, BarChecks.aroundTheClock(name, parser.daily()));
  }

  private static List<String> existing(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString(), null, "there is no such file");
    }
    return lines(file);
  }

  private static BarFile checked(String name, BarParser parser, BarChecks checks) {
    List<Defect> defects = new ArrayList<>(parser.defects());
    if (parser.rows().isEmpty()) {
      defects.add(new Defect(Defect.Kind.JUNK_LINE, name, 0, "holds no bars"));
      return new BarFile(name, true, List.of(), defects);
    }
    List<Row> repaired = checks.check(parser.rows());
    defects.addAll(checks.defects());
    return new BarFile(name, parser.daily(), repaired, List.copyOf(defects));
  }

  /** All lines of a file, plain or gzip. */
  static List<String> lines(Path file) throws IOException {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
      raw.mark(2);
      boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
      raw.reset();
      try (InputStream in = gzip ? new GZIPInputStream(raw) : raw) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
      }
    }
  }

  /** Everything that is wrong, in order of discovery. */
  public List<Defect> defects() {
    return defects;
  }

  /** Number of bars after repair. */
  public int length() {
    return rows.size();
  }

  /** Name of the file. */
  public String name() {
    return name;
  }

  /**
   * The bars, if nothing is wrong.
   *
   * @throws BadDataException naming file, line and value of the defects
   */
  public Series strict(Instrument instrument) {
    if (!defects.isEmpty()) {
      throw new BadDataException(defects);
    }
    return repaired(instrument);
  }

  /**
   * The bars, repaired by the rules of {@link Defect.Kind}.
   *
   * @throws BadDataException if no bars are left
   */
  public Series repaired(Instrument instrument) {
    if (rows.isEmpty()) {
      throw new BadDataException(defects);
    }
    boolean adjust = defects.stream().noneMatch(d -> d.kind() == Defect.Kind.DIVIDEND);
    long spacing = daily ? SESSION_END : spacing();
    int n = rows.size();
    long[] times = new long[n];
    double[][] columns = new double[5][n];
    for (int i = 0; i < n; i++) {
      Row row = rows.get(i);
      double factor = adjust && row.adjusted() > 0 ? row.adjusted() / row.close() : 1;
      times[i] = row.time() + spacing;
      columns[0][i] = row.open() * factor;
      columns[1][i] = row.high() * factor;
      columns[2][i] = row.low() * factor;
      columns[3][i] = row.close() * factor;
      columns[4][i] = row.volume();
    }
    return new Series(
        instrument, times, columns[0], columns[1], columns[2], columns[3], columns[4]);
  }

  /** Median distance of the stamps, milliseconds. */
  private long spacing() {
    long[] gaps = new long[Math.max(1, rows.size() - 1)];
    gaps[0] = DAY;
    for (int i = 1; i < rows.size(); i++) {
      gaps[i - 1] = rows.get(i).time() - rows.get(i - 1).time();
    }
    java.util.Arrays.sort(gaps);
    return gaps[gaps.length / 2];
  }

  /**
   * Bars in a year, by the spacing of the stamps: 252 for days with weekends off, 365 for days without, else by hours.
   */
  public double barsPerYear() {
    if (!daily) {
      return 365.0 * DAY / spacing();
    }
    boolean weekends =
        rows.stream()
            .anyMatch(
                row ->
                    LocalDate.ofEpochDay(Math.floorDiv(row.time(), DAY)).getDayOfWeek().getValue()
                        > 5);
    return weekends ? 365 : 252;
  }
}
