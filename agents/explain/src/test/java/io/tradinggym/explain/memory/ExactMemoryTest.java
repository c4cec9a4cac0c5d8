package io.tradinggym.explain.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactMemoryTest extends MemoryContract {
  @Override
  Memory open(Path folder, int dimensions, String identity) {
    return ExactMemory.open(folder, dimensions, identity);
  }

  /** Second law: as of any time it answers as a memory does that was built only up to then. */
  @Test
  void aSearchAsOfADayIsTheSearchOfThatDay() {
    List<Entry> cases = cases(600, 5, DIMENSIONS, 11);
    RandomStream random = RandomStreams.of(12).stream("queries");
    try (Memory whole = open(folder.resolve("whole"), DIMENSIONS)) {
      cases.forEach(whole::add);
      for (int i = 0; i < 12; i++) {
        long asOf = 20L + random.integer(120);
        float[] wanted = vector(random, DIMENSIONS);
        Query query = Query.of(wanted, 6, asOf).about(i % 5, asOf - 9);
        try (Memory until = open(folder.resolve("until" + i), DIMENSIONS)) {
          cases.stream().filter(c -> c.outcomeKnownAt() <= asOf).forEach(until::add);
          List<Match> then = until.search(query);
          List<Match> now = whole.search(query);
          assertThat(ids(now)).isEqualTo(ids(then));
          for (int j = 0; j < now.size(); j++) {
            assertThat(now.get(j).distance()).isEqualTo(then.get(j).distance());
          }
        }
      }
    }
  }

  /** Without the module of the Vector API the same cases are found, at the same distances. */
  @Test
  void distancesHaveTheSameBitsWithAndWithoutVectors() {
    assertThat(Distance.fastest()).isInstanceOf(VectorDistance.class);
    RandomStream random = RandomStreams.of(41).stream("vectors");
    for (int i = 0; i < 2_000; i++) {
      int stride = Distance.SUMS * (1 + i % 5);
      float[] wanted = vector(random, stride);
      MemorySegment there = MemorySegment.ofArray(vector(random, stride));
      float plain = new PlainDistance().squared(there, 0, wanted, stride);
      assertThat(new VectorDistance(true).squared(there, 0, wanted, stride)).isEqualTo(plain);
      assertThat(new VectorDistance(false).squared(there, 0, wanted, stride)).isEqualTo(plain);
    }
  }

  /** Independent oracle: sort everything, take what does not overlap. */
  @Test
  void whatItFindsIsWhatSortingFinds() {
    List<Entry> cases = cases(700, 3, 19, 21);
    RandomStream random = RandomStreams.of(22).stream("queries");
    try (Memory memory = open(folder.resolve("m"), 19)) {
      cases.forEach(memory::add);
      for (int i = 0; i < 20; i++) {
        float[] wanted = vector(random, 19);
        List<Entry> sorted = new ArrayList<>(cases);
        sorted.sort(
            Comparator.comparingDouble((Entry e) -> square(e.vector(), wanted))
                .thenComparingLong(Entry::id));
        List<Long> expected = new ArrayList<>();
        List<Entry> taken = new ArrayList<>();
        for (Entry entry : sorted) {
          boolean apart =
              taken.stream()
                  .noneMatch(
                      t ->
                          t.instrument() == entry.instrument()
                              && Math.abs(t.knownAt() - entry.knownAt()) < 10);
          if (apart && expected.size() < 40) {
            taken.add(entry);
            expected.add(entry.id());
          }
        }
        assertThat(ids(memory.search(Query.of(wanted, 40, 10_000)))).isEqualTo(expected);
      }
    }
  }

  /**
   * Whatever the numbers are like, no case is passed over that is near: against all distances sorted. Numbers of very
   * different sizes in one vector are told apart badly by a byte each, and huge and tiny ones have squares that no
   * float holds.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 3, 12, 20, -12, -20, 30})
  void noNearCaseIsPassedOver(double sizes) {
    int dimensions = 24;
    RandomStream random = RandomStreams.of(31).stream("sizes");
    Distance plain = new PlainDistance();
    try (Memory memory = open(folder.resolve("m"), dimensions)) {
      List<Entry> cases = new ArrayList<>();
      for (int i = 0; i < 1_500; i++) {
        float[] vector = vector(random, dimensions);
        for (int j = 0; j < dimensions; j++) {
          vector[j] *= (float) Math.pow(10, sizes * random.uniform());
        }
        if (i % 5 == 4) {
          vector = cases.get(random.integer(i)).vector().clone();
          vector[3] = Math.nextUp(vector[3]); // nearly the same
        }
        cases.add(entry(i, i, 20, vector, 0));
        memory.add(cases.get(i));
      }
      int stride = 2 * Distance.SUMS;
      for (int i = 0; i < 60; i++) {
        float[] wanted = cases.get(random.integer(cases.size())).vector().clone();
        wanted[i % dimensions] *= (float) (1 + .3 * random.gaussian());
        float[] filled = Arrays.copyOf(wanted, stride);
        List<Match> sorted = new ArrayList<>();
        for (Entry entry : cases) {
          MemorySegment there = MemorySegment.ofArray(Arrays.copyOf(entry.vector(), stride));
          sorted.add(new Match(entry, plain.squared(there, 0, filled, stride)));
        }
        sorted.sort(Match.NEAREST_FIRST);
        List<Match> found = memory.search(Query.of(wanted, 3, 1_000));
        assertThat(ids(found)).isEqualTo(ids(sorted.subList(0, 3)));
        for (int j = 0; j < 3; j++) {
          assertThat(found.get(j).distance()).isEqualTo(sorted.get(j).distance());
        }
      }
    }
  }

  /** What a byte each tells is little beside a search that reads all: most cases are told to be far. */
  @Test
  void mostCasesAreToldToBeFarByAByteEach() {
    int dimensions = 24;
    RandomStream random = RandomStreams.of(32).stream("far");
    Codes codes = new Codes(dimensions);
    List<float[]> vectors = new ArrayList<>();
    for (int row = 0; row < 3_200; row++) {
      vectors.add(vector(random, dimensions));
      codes.add(row, vectors.get(row), row);
    }
    int near = 0;
    int told = 0;
    for (int i = 0; i < 20; i++) {
      float[] wanted = vector(random, dimensions);
      Codes.Probe probe = codes.probe(wanted);
      for (int block = 0; block < 100; block++) {
        int mask = codes.near(new VectorDistance(true), block, probe, 10_000, 20);
        told += Integer.bitCount(mask);
        for (int row = block * Codes.BLOCK; row < (block + 1) * Codes.BLOCK; row++) {
          if (square(vectors.get(row), wanted) <= 20) {
            near++;
            assertThat(mask >>> row % Codes.BLOCK & 1).isOne();
          }
        }
      }
    }
    assertThat(near).isGreaterThan(100);
    assertThat(told).isBetween(near, near + near / 5);
    assertThat(codes.near(new VectorDistance(true), 1, codes.probe(vectors.get(0)), 31, 1e9f))
        .as("outcomes of the second block are known from 32 on")
        .isZero();
  }

  private static double square(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += ((double) a[i] - b[i]) * ((double) a[i] - b[i]);
    }
    return sum;
  }

  /** A process killed at any byte of its last row leaves the rows before, and goes on. */
  @Test
  void killedWhileWritingNothingHalfIsThere() throws IOException {
    int row = 9 * Long.BYTES;
    for (int cut : new int[] {0, 1, 8, 40, 63, 64, 65, 68}) {
      Path place = folder.resolve("killed" + cut);
      try (Memory memory = open(place, DIMENSIONS)) {
        cases(6, 6, DIMENSIONS, 1).forEach(memory::add);
      }
      try (RandomAccessFile rows = new RandomAccessFile(place.resolve("rows").toFile(), "rw")) {
        rows.seek(5L * row + cut);
        rows.write(new byte[row - cut]); // what was not written yet
      }
      try (Memory memory = open(place, DIMENSIONS)) {
        assertThat(memory.size()).isEqualTo(5);
        memory.add(entry(99, 1, 50, new float[DIMENSIONS], 1));
      }
      try (Memory memory = open(place, DIMENSIONS)) {
        assertThat(memory.size()).isEqualTo(6);
        assertThat(memory.search(Query.of(new float[DIMENSIONS], 6, 1_000)))
            .extracting(match -> match.entry().id())
            .contains(99L)
            .doesNotContain(5L);
      }
    }
  }

  @Test
  void aVectorWrittenInHalfIsNoCase() throws IOException {
    Path place = folder.resolve("half");
    try (Memory memory = open(place, DIMENSIONS)) {
      cases(3, 3, DIMENSIONS, 1).forEach(memory::add);
    }
    try (RandomAccessFile vectors = new RandomAccessFile(place.resolve("vectors").toFile(), "rw")) {
      vectors.seek(2L * 16 * Float.BYTES + 4);
      vectors.writeInt(0);
    }
    try (Memory memory = open(place, DIMENSIONS)) {
      assertThat(memory.size()).isEqualTo(2);
    }
  }

  @Test
  void itGrowsBeyondItsFirstRoom() {
    try (Memory memory = open(folder.resolve("big"), DIMENSIONS)) {
      cases(3_000, 3_000, DIMENSIONS, 1).forEach(memory::add);
      assertThat(memory.size()).isEqualTo(3_000);
      assertThat(memory.search(Query.of(new float[DIMENSIONS], 3_000, 10_000))).hasSize(3_000);
    }
  }

  @Test
  void vectorsOfAnotherEmbeddingAreRefused() {
    Path place = folder.resolve("other");
    open(place, DIMENSIONS).close();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExactMemory.open(place, DIMENSIONS, "other"))
        .withMessageContaining("holds vectors of");
  }

  /** Two that add would write over each other's rows. */
  @Test
  void oneAtATimeAdds() {
    Path place = folder.resolve("two");
    List<Entry> cases = cases(4, 1, DIMENSIONS, 1);
    try (Memory reader = open(place, DIMENSIONS)) {
      try (Memory first = open(place, DIMENSIONS);
          Memory second = open(place, DIMENSIONS)) {
        first.add(cases.get(0));
        assertThatIllegalStateException()
            .isThrownBy(() -> second.add(cases.get(1)))
            .withMessageContaining("another one adds to the memory in " + place);
        first.add(cases.get(1));
        assertThat(second.search(Query.of(new float[DIMENSIONS], 1, 1_000))).isEmpty();
      }
      assertThatIllegalArgumentException()
          .isThrownBy(() -> reader.add(cases.get(1)))
          .withMessageContaining("known already");
      reader.add(cases.get(2));
      assertThat(reader.size()).isEqualTo(3);
    }
  }
}
