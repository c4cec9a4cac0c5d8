package io.tradinggym.explain.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LuceneMemoryTest extends MemoryContract {
  @Override
  Memory open(Path folder, int dimensions, String identity) {
    return LuceneMemory.open(folder, dimensions, identity);
  }

  /** At a few hundred cases and a beam of 50 the graph finds what there is. */
  @Test
  void mostOfTheNearestAreFound() {
    List<Entry> cases = cases(1_500, 1_500, 16, 3);
    RandomStream random = RandomStreams.of(4).stream("queries");
    int hits = 0;
    try (Memory graph = open(folder.resolve("graph"), 16);
        Memory exact = ExactMemory.open(folder.resolve("exact"), 16, "test")) {
      cases.forEach(exact::add);
      cases.forEach(graph::add);
      for (int i = 0; i < 50; i++) {
        Query query = Query.of(vector(random, 16), 10, 1_000);
        List<Long> wanted = ids(exact.search(query));
        hits += (int) ids(graph.search(query)).stream().filter(wanted::contains).count();
      }
    }
    assertThat(hits / 500.0).isGreaterThan(.99);
  }
}
