package io.tradinggym.explain.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every memory must do. */
abstract class MemoryContract {
  static final int DIMENSIONS = 7;

  @TempDir Path folder = Path.of("");

  abstract Memory open(Path folder, int dimensions, String identity);

  Memory open(Path folder, int dimensions) {
    return open(folder, dimensions, "test");
  }

  /** Random cases of some instruments with windows of 10 time units, the outcome known 5 later. */
  static List<Entry> cases(int count, int instruments, int dimensions, long seed) {
    RandomStream random = RandomStreams.of(seed).stream("cases");
    List<Entry> cases = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long end = 10L + i / instruments;
      cases.add(entry(i, i % instruments, end, vector(random, dimensions), random.gaussian()));
    }
    return cases;
  }

  static Entry entry(long id, int instrument, long end, float[] vector, double outcome) {
    return new Entry(id, instrument, end - 9, end, end + 5, Kind.PATTERN, vector, outcome, 0);
  }

  static float[] vector(RandomStream random, int dimensions) {
    float[] vector = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      vector[i] = (float) random.gaussian();
    }
    return vector;
  }

  static List<Long> ids(List<Match> matches) {
    return matches.stream().map(match -> match.entry().id()).toList();
  }

  private Memory filled(List<Entry> cases) {
    Memory memory = open(folder.resolve("m" + cases.size()), DIMENSIONS);
    cases.forEach(memory::add);
    return memory;
  }

  @Test
  void theNearestComeFirst() {
    try (Memory memory = filled(List.of())) {
      for (int i = 0; i < 5; i++) {
        float[] vector = new float[DIMENSIONS];
        vector[2] = i;
        memory.add(entry(i, i, 20, vector, i));
      }
      float[] wanted = new float[DIMENSIONS];
      wanted[2] = 3.2f;
      List<Match> found = memory.search(Query.of(wanted, 3, 100));
      assertThat(ids(found)).containsExactly(3L, 4L, 2L);
      assertThat(found.getFirst().distance()).isCloseTo(.04f, within(1e-6f));
      assertThat(found.getFirst().entry().outcome()).isEqualTo(3);
      assertThat(memory.size()).isEqualTo(5);
    }
  }

  private static Offset<Float> within(float room) {
    return Offset.offset(room);
  }

  @Test
  void equalDistancesComeById() {
    try (Memory memory = filled(List.of())) {
      for (long id : new long[] {9, 4, 7, 1}) {
        memory.add(entry(id, (int) id, 20, new float[DIMENSIONS], 0));
      }
      List<Match> found = memory.search(Query.of(new float[DIMENSIONS], 3, 100));
      assertThat(ids(found)).containsExactly(1L, 4L, 7L);
    }
  }

  @Test
  void aCaseIsSeenWhenItsOutcomeIsKnownAndNotBefore() {
    try (Memory memory = filled(List.of(entry(1, 0, 20, new float[DIMENSIONS], 0)))) {
      assertThat(memory.search(Query.of(new float[DIMENSIONS], 1, 24))).isEmpty();
      assertThat(memory.search(Query.of(new float[DIMENSIONS], 1, 25))).hasSize(1);
    }
  }

  @Test
  void overlappingWindowsOfAnInstrumentAreOneCase() {
    List<Entry> cases = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      float[] vector = new float[DIMENSIONS];
      vector[0] = i;
      cases.add(entry(i, 0, 10 + i, vector, 0));
    }
    try (Memory memory = filled(cases)) {
      List<Match> found = memory.search(Query.of(new float[DIMENSIONS], 4, 1_000));
      assertThat(ids(found)).containsExactly(0L, 10L, 20L, 30L);
      List<Match> others = memory.search(Query.of(new float[DIMENSIONS], 2, 1_000).about(0, 25));
      assertThat(ids(others))
          .as("cases that end before the question's window")
          .containsExactly(0L, 10L);
    }
  }

  @Test
  void aKindIsSoughtAlone() {
    Entry regime = new Entry(2, 0, 1, 2, 3, Kind.REGIME, new float[DIMENSIONS], Double.NaN, 77);
    try (Memory memory = filled(List.of(entry(1, 1, 20, new float[DIMENSIONS], 0), regime))) {
      List<Match> found = memory.search(Query.of(new float[DIMENSIONS], 5, 1_000).of(Kind.REGIME));
      assertThat(ids(found)).containsExactly(2L);
      assertThat(found.getFirst().entry().payload()).isEqualTo(77);
      assertThat(found.getFirst().entry().outcome()).isNaN();
    }
  }

  /** First law, by force: whatever is written after t, what is found as of t has the same bits. */
  @Test
  void aPoisonedFutureChangesNothing() {
    List<Entry> past = cases(400, 4, DIMENSIONS, 1);
    RandomStream random = RandomStreams.of(2).stream("queries");
    try (Memory memory = filled(past)) {
      List<List<Long>> before = new ArrayList<>();
      List<float[]> queries = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        queries.add(vector(random, DIMENSIONS));
        before.add(ids(memory.search(Query.of(queries.get(i), 5, 200))));
      }
      for (int i = 0; i < 200; i++) {
        float[] poison = i % 2 == 0 ? queries.get(i % 20).clone() : new float[DIMENSIONS];
        poison[0] += i % 2 == 0 ? 0 : 1e30f;
        memory.add(entry(10_000 + i, i % 4, 300 + i, poison, 1e30));
      }
      for (int i = 0; i < 20; i++) {
        List<Long> after = ids(memory.search(Query.of(queries.get(i), 5, 200)));
        requireSame(after, before.get(i));
      }
    }
  }

  /** What a memory must at least give of what was found before a future was added. */
  void requireSame(List<Long> after, List<Long> before) {
    assertThat(after).isEqualTo(before);
  }

  @Test
  void closedAndOpenedItIsTheSame() {
    List<Entry> cases = cases(100, 3, DIMENSIONS, 5);
    Path place = folder.resolve("again");
    float[] wanted = new float[DIMENSIONS];
    List<Long> found;
    try (Memory memory = open(place, DIMENSIONS)) {
      cases.forEach(memory::add);
      found = ids(memory.search(Query.of(wanted, 8, 1_000)));
    }
    try (Memory memory = open(place, DIMENSIONS)) {
      assertThat(memory.size()).isEqualTo(100);
      assertThat(ids(memory.search(Query.of(wanted, 8, 1_000)))).isEqualTo(found);
    }
  }

  @Test
  void whatAnotherEmbeddingMadeIsRefused() {
    Path place = folder.resolve("other");
    try (Memory memory = open(place, DIMENSIONS)) {
      memory.add(entry(1, 0, 20, new float[DIMENSIONS], 0));
      memory.flush();
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> open(place, DIMENSIONS, "another"))
        .withMessageContaining("another");
    assertThatIllegalArgumentException().isThrownBy(() -> open(place, DIMENSIONS + 1));
    open(place, DIMENSIONS).close();
  }

  @Test
  void aKnownIdOrAnotherLengthIsRefused() {
    try (Memory memory = filled(List.of(entry(1, 0, 20, new float[DIMENSIONS], 0)))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> memory.add(entry(1, 0, 20, new float[DIMENSIONS], 0)))
          .withMessageContaining("known already");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> memory.add(entry(2, 0, 20, new float[3], 0)))
          .withMessageContaining("has 3");
      assertThat(memory.size()).isEqualTo(1);
      assertThat(memory.knows(1)).isTrue();
      assertThat(memory.knows(2)).isFalse();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> memory.search(Query.of(new float[DIMENSIONS + 1], 1, 1_000)))
          .withMessageContaining("the question has " + (DIMENSIONS + 1));
    }
  }

  @Test
  void aVectorThatIsNoNumberIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> entry(1, 0, 20, new float[] {Float.NaN}, 0))
        .withMessage("case 1 has NaN in its vector");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Query.of(new float[] {Float.POSITIVE_INFINITY}, 1, 0))
        .withMessage("a question has Infinity in its vector");
  }
}
