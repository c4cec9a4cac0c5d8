package io.tradinggym.explain.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The contract, against a server on this machine that answers as Qdrant's interface is published; against a real one if
 * {@code TRADING_GYM_QDRANT} names its address ({@code TRADING_GYM_QDRANT_KEY} its key).
 */
class QdrantMemoryTest extends MemoryContract {
  private static final @Nullable String REAL = System.getenv("TRADING_GYM_QDRANT");

  private static @Nullable QdrantServer server;
  private static String address = "";
  private static @Nullable String key;

  @BeforeAll
  static void start() throws IOException {
    if (REAL == null) {
      QdrantServer started = new QdrantServer();
      server = started;
      address = started.address();
      key = QdrantServer.KEY;
    } else {
      address = REAL;
      key = System.getenv("TRADING_GYM_QDRANT_KEY");
    }
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Override
  Memory open(Path place, int dimensions, String identity) {
    String name = "test_" + Integer.toHexString(place.hashCode());
    return QdrantMemory.open(address, key, name, dimensions, identity);
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
          assertThat(answers(memory.search(query))).isEqualTo(answers(past.search(query)));
        }
      }
    }
  }

  private static List<String> answers(List<Match> matches) {
    return matches.stream()
        .map(match -> match.entry().id() + " " + match.distance() + " " + match.entry().outcome())
        .toList();
  }

  /** More cases at the same distance than a first answer holds: the least ids are found all the same. */
  @Test
  void manyEquallyFarComeById() {
    try (Memory memory = open(folder.resolve("equal"), DIMENSIONS)) {
      for (long id = 0; id < 60; id++) {
        memory.add(entry(id, (int) id, 20, new float[DIMENSIONS], 0));
      }
      assertThat(ids(memory.search(Query.of(new float[DIMENSIONS], 3, 100))))
          .containsExactly(0L, 1L, 2L);
    }
  }

  @Test
  void idsAndTimesOfAnySizeAreKept() {
    try (Memory memory = open(folder.resolve("large"), 1)) {
      long never = Long.MAX_VALUE;
      Entry known =
          new Entry(-5, 0, Long.MIN_VALUE, 0, 7, Kind.PATTERN, new float[] {.1f}, 1e-300, -9);
      memory.add(known);
      memory.add(new Entry(3, 1, 0, 0, never, Kind.PATTERN, new float[] {.1f}, 0, 0));
      List<Match> found = memory.search(Query.of(new float[] {.1f}, 5, 1_700_000_000_000L));
      assertThat(found).hasSize(1);
      Entry back = found.getFirst().entry();
      assertThat(back).usingRecursiveComparison().isEqualTo(known);
      assertThat(memory.knows(-5)).isTrue();
    }
  }

  @Test
  void whatCannotBeACollectionAServerOrAKeyIsSaid() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QdrantMemory.open(address, key, "a/../b", 3, "test"))
        .withMessageContaining("letters");
    assertThatIllegalStateException()
        .isThrownBy(() -> QdrantMemory.open("http://localhost:1", null, "a", 3, "test"))
        .withMessageContaining("Qdrant at http://localhost:1 does not answer");
    if (server != null) {
      assertThatIllegalStateException()
          .isThrownBy(() -> QdrantMemory.open(address, "another", "a", 3, "test"))
          .withMessageContaining("HTTP 401, Must provide an API key")
          .withMessageNotContaining("another");
    }
  }
}
