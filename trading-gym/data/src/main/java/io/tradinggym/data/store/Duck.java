package io.tradinggym.data.store;

import io.tradinggym.data.series.PriceBars;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A DuckDB in memory, on one thread: rows come in the order of files. */
final class Duck implements AutoCloseable {
  private final Connection connection;

  Duck() throws IOException {
    try {
      connection = DriverManager.getConnection("jdbc:duckdb:");
      run("SET threads = 1");
    } catch (SQLException e) {
      throw new IOException(
          "DuckDB cannot be started; is org.duckdb:duckdb_jdbc on the class path? "
              + e.getMessage(),
          e);
    }
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  Statement statement() throws SQLException {
    return connection.createStatement();
  }

  static String quoted(Path path) {
    return quoted(path.toString());
  }

  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Appends so many rows of time, open, high, low, close and volume. */
  static void append(ResultSet rows, long count, PriceBars bars) throws SQLException {
    for (long left = count; left > 0 && rows.next(); left--) {
      bars.append(
          rows.getLong(1),
          rows.getDouble(2),
          rows.getDouble(3),
          rows.getDouble(4),
          rows.getDouble(5),
          rows.getDouble(6));
    }
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException("DuckDB cannot be closed: " + e.getMessage(), e);
    }
  }
}
