package io.tradinggym.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.explain.memory.Entry;
import io.tradinggym.explain.memory.ExactMemory;
import io.tradinggym.explain.memory.Match;
import io.tradinggym.explain.memory.Memory;
import io.tradinggym.explain.memory.Outcomes;
import io.tradinggym.explain.memory.PricePatterns;
import io.tradinggym.explain.memory.embedding.Embedding;
import io.tradinggym.explain.memory.embedding.Shape;
import io.tradinggym.explain.memory.embedding.ShapeAndSize;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the guide to pattern memory. */
class PatternMemoryGuideTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void patternsAreFoundAsOfADay() {
    RandomStream random = RandomStreams.of(1).stream("prices");
    double[] closes = new double[500];
    long[] times = new long[500];
    double log = 4;
    for (int i = 0; i < closes.length; i++) {
      log += .01 * random.gaussian();
      closes[i] = Math.exp(log);
      times[i] = 86_400_000L * i;
    }

    double[] training = Arrays.copyOf(closes, 250);
    Embedding shape = ShapeAndSize.fit(new Shape(20, 16), training, 1);
    PricePatterns patterns = new PricePatterns(shape, 5);
    try (Memory memory = ExactMemory.open(folder, shape.dimensions(), shape.identity())) {
      List<Entry> cases = patterns.cases(0, closes, times);
      cases.forEach(memory::add);
      List<Match> found = memory.search(patterns.query(0, closes, times, 400, 10));
      double[] usual =
          cases.stream()
              .filter(entry -> entry.outcomeKnownAt() <= times[400])
              .mapToDouble(Entry::outcome)
              .toArray();
      Outcomes outcomes = Outcomes.of(found, usual);

      assertThat(found).hasSize(10);
      assertThat(found).allMatch(match -> match.entry().outcomeKnownAt() <= times[400]);
      assertThat(outcomes.cases()).isEqualTo(10);
    }
  }
}
