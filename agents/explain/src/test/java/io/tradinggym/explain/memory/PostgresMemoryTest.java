package io.tradinggym.explain.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The contract on a server, if {@code TRADING_GYM_POSTGRES} names one with pgvector. PGlite is one from npm ({@code
 * @electric-sql/pglite@0.5.16}, {@code pglite-socket@0.2.17}, {@code pglite-pgvector@0.0.15}, with {@code
 * --legacy-peer-deps}):
 *
 * <pre>
 *   pglite-server -m 20 -e @electric-sql/pglite-pgvector:vector
 *   jdbc:postgresql://localhost:5432/postgres?user=postgres&amp;password=postgres&amp;sslmode=disable
 *     &amp;prepareThreshold=0
 * </pre>
 */
@EnabledIfEnvironmentVariable(
    named = "TRADING_GYM_POSTGRES",
    matches = "jdbc:postgresql:.*",
    disabledReason = "TRADING_GYM_POSTGRES names no server with pgvector")
class PostgresMemoryTest extends MemoryContract {
  private static final String URL =
      System.getenv().getOrDefault("TRADING_GYM_POSTGRES", "jdbc:postgresql:");

  @Override
  Memory open(Path folder, int dimensions, String identity) {
    return open(table(folder), dimensions, identity);
  }

  private static PostgresMemory open(String table, int dimensions, String identity) {
    return PostgresMemory.open(URL, new Properties(), table, dimensions, identity);
  }

  private static String table(Path folder) {
    return "test_" + Integer.toHexString(folder.hashCode());
  }

  /** Second law: the answer as of t is that of a memory that was built up to t; the exact one is the oracle. */
  @Test
  void asOfAnyDayItAnswersAsTheExactMemoryOfThatDay() {
    List<Entry> cases = cases(300, 3, DIMENSIONS, 8);
    RandomStream random = RandomStreams.of(9).stream("queries");
    try (Memory memory = open(folder.resolve("all"), DIMENSIONS)) {
      cases.forEach(memory::add);
      for (int day : new int[] {30, 60, 100}) {
        Query query = Query.of(vector(random, DIMENSIONS), 6, day);
        try (Memory past = new HeapMemory(DIMENSIONS, "test")) {
          cases.stream().filter(entry -> entry.outcomeKnownAt() <= day).forEach(past::add);
          List<Match> wanted = past.search(query);
          List<Match> found = memory.search(query);
          assertThat(ids(found)).isEqualTo(ids(wanted));
          assertThat(found.stream().map(Match::distance).toList())
              .isEqualTo(wanted.stream().map(Match::distance).toList());
        }
      }
    }
  }

  @Test
  void aGraphFindsMostOfTheNearest() {
    List<Entry> cases = cases(500, 500, 16, 3);
    RandomStream random = RandomStreams.of(4).stream("queries");
    int hits = 0;
    try (PostgresMemory graph = open(table(folder.resolve("graph")), 16, "test");
        Memory exact = new HeapMemory(16, "test")) {
      cases.forEach(exact::add);
      cases.forEach(graph::add);
      graph.index();
      for (int i = 0; i < 50; i++) {
        Query query = Query.of(vector(random, 16), 10, 1_000);
        List<Long> wanted = ids(exact.search(query));
        hits += (int) ids(graph.search(query)).stream().filter(wanted::contains).count();
      }
    }
    assertThat(hits / 500.0).isGreaterThan(.9);
  }

  @Test
  void whatCannotBeATableOrAServerIsSaid() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> open("a; drop table b", 3, "test"))
        .withMessageContaining("small letters");
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                PostgresMemory.open(
                    "jdbc:postgresql://localhost:1/none", new Properties(), "a", 3, "test"))
        .withMessageContaining("could not open the memory a");
  }
}
