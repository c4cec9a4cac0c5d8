package io.tradinggym.explain.memory;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A memory in a table of PostgreSQL with the extension pgvector, for cases that several programs share. The server
 * looks at every visible case, so both laws of as-of search hold; {@link #index} gives the second one up for speed. A
 * case is one row, written whole or not at all. The driver is the user's: any JDBC driver of PostgreSQL on the class
 * path does.
 *
 * <pre>
 *   NAME        | id | instrument | start | known | outcome_known | kind | vector | outcome | payload |
 *   NAME_header | dimensions | identity |
 * </pre>
 *
 * @see <a href="https://github.com/pgvector/pgvector">pgvector</a>
 */
public final class PostgresMemory implements Memory {
  private static final String KNOWN_ALREADY = "23505";

  /** Candidates for each answer at first: windows overlap. */
  private static final int SPARE = 8;

  private final Connection connection;
  private final String table;
  private final String identity;
  private final Admission admission;
  private String order = " order by vector <-> ?::vector, id limit ?";

  private PostgresMemory(Connection connection, String table, int dimensions, String identity) {
    this.connection = connection;
    this.table = table;
    this.identity = identity;
    admission = new Admission(dimensions);
  }

  /**
   * Opens a memory, or begins one.
   *
   * @param url of the database, such as {@code jdbc:postgresql://localhost/market}
   * @param properties user, password and whatever else the driver knows
   * @param table name: a small letter, then small letters, digits and {@code _}, at most 40
   * @param dimensions numbers of a vector, 1 to 16,000
   * @param identity of the embedding that vectors come from, see {@link Memory#identity}
   * @return the memory, with a connection of its own
   * @throws IllegalArgumentException if the table holds a memory of another embedding
   * @throws IllegalStateException if the server cannot be reached, lacks pgvector, or refuses
   */
  public static PostgresMemory open(
      String url, Properties properties, String table, int dimensions, String identity) {
    if (!table.matches("[a-z][a-z0-9_]{0,39}")) {
      throw new IllegalArgumentException(
          "a table's name must be a small letter, then small letters, digits and _, at most 40; was"
              + " "
              + table);
    }
    try {
      Connection connection = DriverManager.getConnection(url, properties);
      try {
        begin(connection, table, dimensions, identity);
        return new PostgresMemory(connection, table, dimensions, identity);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw failed("open the memory " + table, e);
    }
  }

  private static void begin(Connection connection, String table, int dimensions, String identity)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create extension if not exists vector");
      statement.execute(
          "create table if not exists " + table + "_header (dimensions int, identity text)");
      statement.execute(
          "create table if not exists "
              + table
              + " (id bigint primary key, instrument int, start bigint, known bigint,"
              + " outcome_known bigint, kind int, vector vector("
              + dimensions
              + "), outcome double precision, payload bigint)");
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into "
                + table
                + "_header select ?, ? where not exists (select from "
                + table
                + "_header)")) {
      insert.setInt(1, dimensions);
      insert.setString(2, identity);
      insert.executeUpdate();
    }
    try (Statement statement = connection.createStatement();
        ResultSet header = statement.executeQuery("select * from " + table + "_header")) {
      header.next();
      if (header.getInt(1) != dimensions || !header.getString(2).equals(identity)) {
        throw new IllegalArgumentException(
            "table %s holds vectors of %d numbers of \"%s\", not of %d of \"%s\""
                .formatted(table, header.getInt(1), header.getString(2), dimensions, identity));
      }
    }
  }

  /**
   * Lets the server walk a graph of neighbours (HNSW) instead of looking at every case, as {@link LuceneMemory} does:
   * for large live stores, not for back-tests. The graph stays with the table.
   */
  public void index() {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create index if not exists %s_graph on %s using hnsw (vector vector_l2_ops)"
              .formatted(table, table));
      statement.execute("set hnsw.iterative_scan = strict_order");
      order = " order by vector <-> ?::vector limit ?"; // the only order that a graph has
    } catch (SQLException e) {
      throw failed("index the memory " + table, e);
    }
  }

  @Override
  public void add(Entry entry) {
    admission.require(entry);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into " + table + " values (?, ?, ?, ?, ?, ?, ?::vector, ?, ?)")) {
      insert.setLong(1, entry.id());
      insert.setInt(2, entry.instrument());
      insert.setLong(3, entry.start());
      insert.setLong(4, entry.knownAt());
      insert.setLong(5, entry.outcomeKnownAt());
      insert.setInt(6, entry.kind().code());
      insert.setString(7, text(entry.vector()));
      insert.setDouble(8, entry.outcome());
      insert.setLong(9, entry.payload());
      insert.executeUpdate();
    } catch (SQLException e) {
      if (KNOWN_ALREADY.equals(e.getSQLState())) {
        throw new IllegalArgumentException("case " + entry.id() + " is known already", e);
      }
      throw failed("add case " + entry.id(), e);
    }
  }

  @Override
  public List<Match> search(Query query) {
    admission.require(query);
    try {
      int candidates = SPARE * query.k();
      while (true) {
        List<Match> nearest = nearest(query, candidates);
        Apart apart = new Apart(query);
        nearest.forEach(match -> apart.offer(match.entry(), match.distance()));
        if (apart.full() || nearest.size() < candidates) {
          return apart.taken();
        }
        candidates *= 4; // much overlapped: look further
      }
    } catch (SQLException e) {
      throw failed("search", e);
    }
  }

  private List<Match> nearest(Query query, int candidates) throws SQLException {
    Kind kind = query.kind();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select * from "
                + table
                + " where outcome_known <= ? and known <= ? and (? or kind = ?)"
                + order)) {
      select.setLong(1, query.asOf());
      select.setLong(2, query.asOf());
      select.setBoolean(3, kind == null);
      select.setInt(4, kind == null ? 0 : kind.code());
      select.setString(5, text(query.vector()));
      select.setInt(6, candidates);
      List<Match> found = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          Entry entry = entry(rows);
          found.add(new Match(entry, Admission.distance(entry.vector(), query.vector())));
        }
      }
      found.sort(Match.NEAREST_FIRST);
      return found;
    }
  }

  private Entry entry(ResultSet row) throws SQLException {
    String[] numbers = row.getString("vector").replaceAll("[\\[\\]]", "").split(",", -1);
    float[] vector = new float[numbers.length];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = Float.parseFloat(numbers[i]);
    }
    return new Entry(
        row.getLong("id"),
        row.getInt("instrument"),
        row.getLong("start"),
        row.getLong("known"),
        row.getLong("outcome_known"),
        Kind.of(row.getInt("kind")),
        vector,
        row.getDouble("outcome"),
        row.getLong("payload"));
  }

  private static String text(float[] vector) {
    StringBuilder text = new StringBuilder("[");
    for (float value : vector) {
      text.append(text.length() > 1 ? "," : "").append(value);
    }
    return text.append(']').toString();
  }

  private static IllegalStateException failed(String what, SQLException e) {
    return new IllegalStateException("PostgreSQL could not " + what + ": " + e.getMessage(), e);
  }

  @Override
  public boolean knows(long id) {
    try (PreparedStatement select =
        connection.prepareStatement("select from " + table + " where id = ?")) {
      select.setLong(1, id);
      try (ResultSet found = select.executeQuery()) {
        return found.next();
      }
    } catch (SQLException e) {
      throw failed("look for case " + id, e);
    }
  }

  @Override
  public int size() {
    try (Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("select count(*) from " + table)) {
      count.next();
      return count.getInt(1);
    } catch (SQLException e) {
      throw failed("count", e);
    }
  }

  @Override
  public int dimensions() {
    return admission.dimensions();
  }

  @Override
  public String identity() {
    return identity;
  }

  /** Nothing to do: each case is committed as it is added. */
  @Override
  public void flush() {}

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed("close", e);
    }
  }
}
