package io.tradinggym.experiments.ledger;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.compare.FinishedRun;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as a table {@code trials} that SQL can be asked of: {@code select market, count(*), max(sharpe) from
 * trials group by market}; and finished runs as {@code runs} and {@code metrics}. An in-memory DuckDB: a question
 * changes nothing of the ledger and the runs; {@code COPY ... TO 'FILE'} writes an answer. Nothing is downloaded.
 */
public final class LedgerQuery implements AutoCloseable {
  private static final String TABLE =
      """
      CREATE TABLE trials (
        id VARCHAR, began TIMESTAMP, ended TIMESTAMP, command VARCHAR, run VARCHAR, trial VARCHAR,
        environment VARCHAR, market VARCHAR, data VARCHAR, seed BIGINT, code VARCHAR, status VARCHAR,
        reason VARCHAR, scored_on VARCHAR, score DOUBLE, sharpe DOUBLE, periods INTEGER,
        periods_per_year DOUBLE, drawdown DOUBLE, configuration VARCHAR)
      """;

  private static final String RUNS =
      """
      CREATE TABLE runs (
        run VARCHAR, name VARCHAR, command VARCHAR, environment VARCHAR, data VARCHAR, agent VARCHAR,
        score DOUBLE, low DOUBLE, high DOUBLE, seeds INTEGER, paths INTEGER)
      """;

  private static final String METRICS =
      "CREATE TABLE metrics (run VARCHAR, contender VARCHAR, metric VARCHAR, value DOUBLE)";

  /** What a question begins with; all else would be done without an answer, some of it to files. */
  private static final Set<String> QUESTIONS =
      Set.of(
          "select",
          "with",
          "from",
          "values",
          "table",
          "pivot",
          "unpivot",
          "describe",
          "show",
          "summarize",
          "explain",
          "copy");

  /** Texts, names in quotes and comments, in which a semicolon ends nothing. */
  private static final Pattern QUOTED =
      Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|--[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);

  private final Connection connection;

  /**
   * An answer.
   *
   * @param columns names
   * @param rows texts; null where there is no value
   */
  public record Answer(List<String> columns, List<List<@Nullable String>> rows) {}

  /** Loads rows of the ledger alone. */
  public LedgerQuery(List<LedgerRow> rows) {
    this(rows, List.of());
  }

  /** Loads rows of the ledger, and finished runs. */
  public LedgerQuery(List<LedgerRow> rows, List<FinishedRun> runs) {
    try {
      connection = DriverManager.getConnection("jdbc:duckdb:");
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET threads = 1");
        statement.execute("SET autoinstall_known_extensions = false");
        statement.execute(TABLE);
        statement.execute(RUNS);
        statement.execute(METRICS);
      }
      insert(rows);
      for (FinishedRun run : runs) {
        insert(run);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB cannot hold the ledger: " + e.getMessage(), e);
    }
  }

  private void insert(List<LedgerRow> rows) throws SQLException {
    List<@Nullable Object[]> all = new ArrayList<>();
    for (LedgerRow row : rows) {
      Entry entry = row.entry();
      Outcome outcome = row.outcome();
      all.add(
          new @Nullable Object[] {
            row.id(),
            time(row.began()),
            time(row.ended()),
            entry.command(),
            entry.run(),
            entry.trial(),
            entry.environment(),
            entry.market(),
            entry.data().toString(),
            entry.seed(),
            entry.code(),
            outcome.status().text(),
            outcome.reason(),
            outcome.scoredOn(),
            number(outcome.score()),
            number(outcome.sharpe()),
            outcome.periods(),
            number(outcome.periodsPerYear()),
            number(outcome.drawdown()),
            entry.configuration()
          });
    }
    insert("trials", all);
  }

  private void insert(FinishedRun run) throws SQLException {
    String path = run.path().toString();
    List<@Nullable Object[]> one = new ArrayList<>();
    one.add(
        new @Nullable Object[] {
          path,
          run.name(),
          run.command(),
          run.environment(),
          run.data(),
          run.agent(),
          number(run.headline()),
          number(run.low()),
          number(run.high()),
          run.scores().length,
          run.scores()[0].length
        });
    insert("runs", one);
    List<@Nullable Object[]> figures = new ArrayList<>();
    run.metrics()
        .forEach(
            (contender, all) ->
                all.forEach(
                    (metric, value) ->
                        figures.add(
                            new @Nullable Object[] {path, contender, metric, number(value)})));
    insert("metrics", figures);
  }

  private void insert(String table, List<@Nullable Object[]> rows) throws SQLException {
    // A prepared insert takes half a millisecond of a row; there may be a million.
    try (DuckDBAppender to =
        connection.unwrap(DuckDBConnection.class).createAppender("main", table)) {
      for (@Nullable Object[] row : rows) {
        to.beginRow();
        for (@Nullable Object value : row) {
          append(to, value);
        }
        to.endRow();
      }
    }
  }

  private static void append(DuckDBAppender to, @Nullable Object value) throws SQLException {
    switch (value) {
      case null -> to.appendNull();
      case Integer whole -> to.append(whole.intValue());
      case Long whole -> to.append(whole.longValue());
      case Double number -> to.append(number.doubleValue());
      case LocalDateTime time -> to.append(time);
      default -> to.append(value.toString());
    }
  }

  private static @Nullable LocalDateTime time(String iso) {
    return iso.isEmpty() ? null : LocalDateTime.ofInstant(Instant.parse(iso), ZoneOffset.UTC);
  }

  private static @Nullable Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }

  /**
   * Asks.
   *
   * @param sql one statement that asks, or {@code COPY}
   * @throws UserError with what DuckDB says of the question, or if it is none
   */
  public Answer ask(String sql) {
    requireQuestion(sql);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      // COPY, say, is done and answers nothing.
      return statement.execute() ? answer(statement) : new Answer(List.of(), List.of());
    } catch (SQLException e) {
      // Behind an empty line stands the question again, with a mark under the place.
      String said =
          String.valueOf(e.getMessage())
              .lines()
              .takeWhile(line -> !line.isBlank())
              .collect(Collectors.joining(" "));
      throw new UserError("the question was not understood: " + said, e);
    }
  }

  private static void requireQuestion(String sql) {
    String bare = QUOTED.matcher(sql).replaceAll(" ").strip();
    String first = bare.replaceFirst("^[(\\s]+", "").split("\\W", 2)[0].toLowerCase(Locale.ROOT);
    if (bare.replaceFirst("[;\\s]+$", "").contains(";")) {
      throw new UserError("one question is answered at a time, was: " + sql);
    }
    if (!QUESTIONS.contains(first)) {
      throw new UserError(
          "a question begins with select, with, from, describe or summarize, or it is"
              + " copy ... to 'FILE'; was: "
              + sql);
    }
  }

  private static Answer answer(Statement statement) throws SQLException {
    try (ResultSet result = statement.getResultSet()) {
      ResultSetMetaData meta = result.getMetaData();
      List<String> columns = new ArrayList<>();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        columns.add(meta.getColumnLabel(i));
      }
      List<List<@Nullable String>> rows = new ArrayList<>();
      while (result.next()) {
        List<@Nullable String> row = new ArrayList<>();
        for (int i = 1; i <= columns.size(); i++) {
          row.add(result.getString(i));
        }
        rows.add(row);
      }
      return new Answer(columns, rows);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB cannot be closed: " + e.getMessage(), e);
    }
  }
}
