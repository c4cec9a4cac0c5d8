package io.tradinggym.data.store;

import io.tradinggym.data.series.PriceBars;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One Parquet file for each ticker in a folder; numbers come back with the same bits. A file is written beside its
 * place and moved there. For one thread.
 */
public final class ParquetStore implements AutoCloseable {
  private final Path folder;
  private final Duck duck;

  /**
   * A store in a folder, which is made if it is not there.
   *
   * @param folder of the store's files
   * @throws IOException if the folder cannot be made, or DuckDB is not there
   */
  public ParquetStore(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    duck = new Duck();
  }

  /**
   * {@return the path of a ticker's file, be it there or not}
   *
   * @param ticker symbol of the instrument
   */
  public Path file(String ticker) {
    return folder.resolve(checked(ticker) + ".parquet");
  }

  /** The ticker, if it can be part of a name. */
  static String checked(String ticker) {
    if (!ticker.matches("[A-Za-z0-9._^=-]+")) {
      throw new IllegalArgumentException(
          "a ticker is of letters, digits and . _ ^ = -, was \"" + ticker + "\"");
    }
    return ticker;
  }

  /**
   * Writes a ticker's bars in the place of what was there.
   *
   * @param ticker symbol of the instrument
   * @param bars of the ticker
   * @throws IOException if the file cannot be written
   */
  public void write(String ticker, PriceBars bars) throws IOException {
    Path target = file(ticker);
    Path text = Files.createTempFile(folder, "bars", ".csv");
    try {
      try (BufferedWriter out = Files.newBufferedWriter(text)) {
        out.write("time,open,high,low,close,volume\n");
        for (int bar = 0; bar < bars.size(); bar++) {
          out.write(
              bars.closeTime(bar)
                  + ","
                  + bars.open(bar)
                  + ","
                  + bars.high(bar)
                  + ","
                  + bars.low(bar)
                  + ","
                  + bars.close(bar)
                  + ","
                  + bars.volume(bar)
                  + "\n");
        }
      }
      convert(text, List.of("open", "high", "low", "close", "volume"), ticker, target);
    } finally {
      Files.delete(text);
    }
  }

  /**
   * Turns a CSV of a column {@code time} (epoch milliseconds) and numbers into a Parquet file.
   *
   * @param csv with a header in its first line; NaN is a number that is missing
   * @param columns names of the numbers, in the order of the file
   * @param ticker symbol that stands in the file's first column
   * @param target the file that is written
   * @throws IOException if one cannot be read or the other not written
   */
  public void convert(Path csv, List<String> columns, String ticker, Path target)
      throws IOException {
    Path beside = Files.createTempFile(folder, "part", ".parquet");
    String types =
        columns.stream()
            .map(name -> Duck.quoted(name) + ": 'DOUBLE'")
            .collect(Collectors.joining(", "));
    try {
      duck.run(
          "COPY (SELECT %s AS ticker, * FROM read_csv(%s, header = true, columns = {'time': 'BIGINT', %s}, nullstr = 'NaN') ORDER BY time) TO %s (FORMAT parquet, COMPRESSION zstd)"
              .formatted(Duck.quoted(ticker), Duck.quoted(csv), types, Duck.quoted(beside)));
      Files.move(
          beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (SQLException e) {
      throw new IOException("cannot write " + target + ": " + e.getMessage(), e);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /**
   * Reads a ticker's bars.
   *
   * @param ticker symbol of the instrument
   * @return the bars of the ticker
   * @throws IOException if there is no file of it, or it cannot be read
   */
  public PriceBars read(String ticker) throws IOException {
    Path file = file(ticker);
    if (!Files.exists(file)) {
      throw new IOException("there is no " + file);
    }
    return query(file).getOrDefault(ticker, new PriceBars());
  }

  /**
   * Reads all tickers, in one go.
   *
   * @return bars by ticker
   * @throws IOException if a file cannot be read
   */
  public Map<String, PriceBars> readAll() throws IOException {
    return query(folder.resolve("*.parquet"));
  }

  /** Asks how many rows each file has, and then for numbers alone: rows come in the order of files. */
  private Map<String, PriceBars> query(Path files) throws IOException {
    String from = " FROM read_parquet(" + Duck.quoted(files) + ", filename = true)";
    Map<String, PriceBars> all = new TreeMap<>();
    try (Statement counting = duck.statement();
        ResultSet counts =
            counting.executeQuery(
                "SELECT any_value(ticker), count(*)"
                    + from
                    + " GROUP BY filename ORDER BY filename");
        Statement reading = duck.statement();
        ResultSet rows =
            reading.executeQuery("SELECT time, open, high, low, close, volume" + from)) {
      while (counts.next()) {
        PriceBars bars = new PriceBars();
        Duck.append(rows, counts.getLong(2), bars);
        all.put(counts.getString(1), bars);
      }
      return all;
    } catch (SQLException | IllegalArgumentException e) {
      throw new IOException("cannot read " + files + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    duck.close();
  }
}
