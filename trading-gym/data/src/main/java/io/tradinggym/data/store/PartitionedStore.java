package io.tradinggym.data.store;

import io.tradinggym.api.util.Require;
import io.tradinggym.data.provider.Collected;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.data.series.Quality;
import io.tradinggym.market.calendar.MarketCalendar;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Bars of many tickers in one Parquet file a year, {@code year=2020/bars.parquet}, sorted by ticker and time: DuckDB
 * and others read the folder as one table, with {@code year} for a column. New bars are merged in; a year that gets
 * some is written anew beside its place and moved there. Numbers come back with the same bits. For one thread.
 */
public final class PartitionedStore implements AutoCloseable {
  private static final String FILE = "bars.parquet";
  private static final String ROWS = "ticker, time, open, high, low, close, volume";
  private static final String CSV =
      "{'ticker': 'VARCHAR', 'year': 'INTEGER', 'time': 'BIGINT', 'open': 'DOUBLE', 'high':"
          + " 'DOUBLE', 'low': 'DOUBLE', 'close': 'DOUBLE', 'volume': 'DOUBLE'}";

  private final Path folder;
  private final MarketCalendar calendar;
  private final Duck duck;

  /**
   * A store in a folder, which is made if it is not there.
   *
   * @param folder of the store, with a folder for each year
   * @param calendar of the market, whose zone dates the bars and by which merges are judged
   * @throws IOException if the folder cannot be made, or DuckDB is not there
   */
  public PartitionedStore(Path folder, MarketCalendar calendar) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.calendar = calendar;
    duck = new Duck();
  }

  /**
   * {@return whether a folder holds such a store}
   *
   * @param folder any folder, which need not be there
   * @throws IOException if it cannot be looked through
   */
  public static boolean isIn(Path folder) throws IOException {
    return Files.isDirectory(folder) && !files(folder).isEmpty();
  }

  private int year(long closeTime) {
    return Instant.ofEpochMilli(closeTime - 1).atZone(calendar.zone()).getYear();
  }

  private Path file(int year) {
    return folder.resolve("year=" + year).resolve(FILE);
  }

  /** The files there are, by year. */
  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> years = Files.list(folder)) {
      return years
          .filter(year -> year.getFileName().toString().startsWith("year="))
          .map(year -> year.resolve(FILE))
          .filter(Files::exists)
          .sorted()
          .toList();
    }
  }

  /**
   * Merges bars in that nobody is named for; any number of them will do.
   *
   * @param bars of each ticker
   * @param now from which the age of the last bar is counted
   * @return what became of each ticker
   * @throws IOException if the files cannot be read or written
   */
  public Map<String, MergeReport> merge(Map<String, PriceBars> bars, Instant now)
      throws IOException {
    Map<String, Collected<PriceBars>> collected = new TreeMap<>();
    bars.forEach((ticker, of) -> collected.put(ticker, new Collected<>(of, "", now, false)));
    return merge(collected, now, 1);
  }

  /**
   * Merges collected bars in; where there is one of the same ticker and time, the new one stays.
   *
   * @param collected by ticker, with who gave them
   * @param now from which the age of the last bar is counted
   * @param leastBars fewest bars of a ticker that will do, &gt;= 1
   * @return what became of each ticker, and what is wrong with it
   * @throws IOException if the files cannot be read or written
   */
  public Map<String, MergeReport> merge(
      Map<String, Collected<PriceBars>> collected, Instant now, int leastBars) throws IOException {
    Require.that("leastBars", leastBars >= 1, leastBars, ">= 1");
    Map<String, PriceBars> bars = new TreeMap<>();
    collected.forEach((ticker, of) -> bars.put(ticker, of.value()));
    Path text = Files.createTempFile(folder, "merge", ".csv");
    try {
      Map<Integer, Boolean> years = write(bars, text);
      duck.run(
          "CREATE OR REPLACE TEMP TABLE fresh AS SELECT * FROM read_csv(%s, header = false, columns = %s)"
              .formatted(Duck.quoted(text), CSV));
      Map<String, int[]> counts = new TreeMap<>();
      bars.keySet().forEach(ticker -> counts.put(ticker, new int[3]));
      for (int year : years.keySet()) {
        count(year, counts);
        rewrite(year);
      }
      Map<String, MergeReport> reports = new TreeMap<>();
      for (Map.Entry<String, Collected<PriceBars>> each : collected.entrySet()) {
        String ticker = each.getKey();
        Collected<PriceBars> of = each.getValue();
        int[] n = Objects.requireNonNull(counts.get(ticker));
        Quality quality = Quality.of(read(ticker), calendar, calendar.zone(), now);
        reports.put(
            ticker,
            new MergeReport(
                n[0], n[1], n[2], of.nulls(), of.provider(), of.stale(), leastBars, quality));
      }
      return reports;
    } catch (SQLException e) {
      throw new IOException("cannot merge into " + folder + ": " + e.getMessage(), e);
    } finally {
      Files.delete(text);
    }
  }

  /** The ticker, if it can stand in a row. */
  private static String checked(String ticker) {
    if (!ticker.matches("[\\p{L}\\p{N}._^=/-]+")) {
      throw new IllegalArgumentException(
          "a ticker is of letters, digits and . _ ^ = / -, was \"" + ticker + "\"");
    }
    return ticker;
  }

  private Map<Integer, Boolean> write(Map<String, PriceBars> bars, Path text) throws IOException {
    Map<Integer, Boolean> years = new TreeMap<>();
    try (BufferedWriter out = Files.newBufferedWriter(text)) {
      for (Map.Entry<String, PriceBars> each : bars.entrySet()) {
        PriceBars of = each.getValue();
        if (of.size() == 0) {
          throw new IllegalArgumentException("there are no bars of " + each.getKey());
        }
        String ticker = checked(each.getKey());
        for (int bar = 0; bar < of.size(); bar++) {
          int year = year(of.closeTime(bar));
          years.put(year, true);
          out.write(ticker + "," + year + "," + of.closeTime(bar) + "," + of.open(bar) + ",");
          out.write(of.high(bar) + "," + of.low(bar) + "," + of.close(bar) + ",");
          out.write(of.volume(bar) + "\n");
        }
      }
    }
    return years;
  }

  /** Adds to what is new, the same and changed of each ticker. */
  private void count(int year, Map<String, int[]> counts) throws SQLException {
    String old =
        Files.exists(file(year))
            ? "read_parquet(" + Duck.quoted(file(year)) + ", hive_partitioning = false)"
            : "(SELECT " + ROWS + " FROM fresh WHERE false)";
    try (Statement statement = duck.statement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT f.ticker, count(*) FILTER (o.time IS NULL), count(*) FILTER (o.time IS NOT NULL AND o.open = f.open
                  AND o.high = f.high AND o.low = f.low AND o.close = f.close AND o.volume = f.volume), count(*)
                FROM fresh f LEFT JOIN %s o ON o.ticker = f.ticker AND o.time = f.time
                WHERE f.year = %d GROUP BY f.ticker\
                """
                    .formatted(old, year))) {
      while (rows.next()) {
        int[] n = Objects.requireNonNull(counts.get(rows.getString(1)));
        n[0] += rows.getInt(2);
        n[1] += rows.getInt(3);
        n[2] += rows.getInt(4) - rows.getInt(2) - rows.getInt(3);
      }
    }
  }

  private void rewrite(int year) throws SQLException, IOException {
    Path target = file(year);
    Path home = Files.createDirectories(folder.resolve("year=" + year));
    Path beside = Files.createTempFile(home, "part", ".tmp");
    String kept =
        Files.exists(target)
            ? """
            UNION ALL SELECT %s FROM read_parquet(%s, hive_partitioning = false) o
             WHERE NOT EXISTS (FROM fresh f WHERE f.ticker = o.ticker AND f.time = o.time)\
            """
                .formatted(ROWS, Duck.quoted(target))
            : "";
    try {
      duck.run(
          "COPY (SELECT %s FROM (SELECT %s FROM fresh WHERE year = %d%s) ORDER BY ticker, time) TO %s (FORMAT parquet, COMPRESSION zstd)"
              .formatted(ROWS, ROWS, year, kept, Duck.quoted(beside)));
      Files.move(
          beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /**
   * {@return the bars of a ticker}
   *
   * @param ticker symbol of the instrument
   * @throws IOException if there are none, or they cannot be read
   */
  public PriceBars read(String ticker) throws IOException {
    Map<String, PriceBars> found = rows(files(folder), " WHERE ticker = " + Duck.quoted(ticker));
    PriceBars bars = found.get(ticker);
    if (bars == null) {
      throw new IOException("there are no bars of " + ticker + " in " + folder);
    }
    return bars;
  }

  /**
   * {@return the tickers that have bars, sorted}
   *
   * @throws IOException if they cannot be read
   */
  public SortedSet<String> tickers() throws IOException {
    SortedSet<String> all = new TreeSet<>();
    for (Path file : files(folder)) {
      try (Statement statement = duck.statement();
          ResultSet rows =
              statement.executeQuery(
                  "SELECT DISTINCT ticker FROM read_parquet(" + Duck.quoted(file) + ")")) {
        while (rows.next()) {
          all.add(rows.getString(1));
        }
      } catch (SQLException e) {
        throw new IOException("cannot read " + file + ": " + e.getMessage(), e);
      }
    }
    return all;
  }

  /**
   * {@return all bars, by ticker}
   *
   * @throws IOException if they cannot be read
   */
  public Map<String, PriceBars> readAll() throws IOException {
    return rows(files(folder), "");
  }

  /** Rows of a year come ticker by ticker; how many each has is asked first, so that no name comes with a row. */
  private Map<String, PriceBars> rows(List<Path> files, String where) throws IOException {
    Map<String, PriceBars> all = new TreeMap<>();
    for (Path file : files) {
      String from =
          " FROM read_parquet(" + Duck.quoted(file) + ", hive_partitioning = false)" + where;
      List<PriceBars> order = new ArrayList<>();
      List<Integer> counts = new ArrayList<>();
      try (Statement statement = duck.statement()) {
        try (ResultSet groups =
            statement.executeQuery(
                "SELECT ticker, count(*)" + from + " GROUP BY ticker ORDER BY ticker")) {
          while (groups.next()) {
            order.add(all.computeIfAbsent(groups.getString(1), ticker -> new PriceBars()));
            counts.add(groups.getInt(2));
          }
        }
        try (ResultSet rows =
            statement.executeQuery("SELECT time, open, high, low, close, volume" + from)) {
          for (int i = 0; i < order.size(); i++) {
            Duck.append(rows, counts.get(i), order.get(i));
          }
        }
      } catch (SQLException | IllegalArgumentException e) {
        throw new IOException("cannot read " + file + ": " + e.getMessage(), e);
      }
    }
    return all;
  }

  @Override
  public void close() throws IOException {
    duck.close();
  }
}
