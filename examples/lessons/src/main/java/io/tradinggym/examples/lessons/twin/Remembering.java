package io.tradinggym.examples.lessons.twin;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.statistics.Sample;
import io.tradinggym.explain.memory.Entry;
import io.tradinggym.explain.memory.ExactMemory;
import io.tradinggym.explain.memory.Match;
import io.tradinggym.explain.memory.PricePatterns;
import io.tradinggym.explain.memory.Query;
import io.tradinggym.explain.memory.embedding.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lesson 20: a price in which a shape is planted again and again (down for five bars, up for five) and then goes on by
 * a law; a memory of past windows is asked what came after those that look like the present one.
 */
public final class Remembering {
  private static final int WINDOW = 10;
  private static final int AHEAD = 5;
  private static final int NEIGHBOURS = 20;

  private Remembering() {}

  /**
   * Correlation, over the last fifth of the price, of what came after similar windows with what came after the present
   * one. Only cases whose outcome was known are asked.
   *
   * @param law what comes after the shape: 1 it goes on, 0 nothing, -1 it went on until four fifths and turns then
   * @param folder that is empty
   */
  public static double correlation(int law, int bars, long seed, Path folder) {
    double[] closes = closes(law, bars, RandomStreams.of(seed).stream("price"));
    long[] times = new long[bars];
    for (int i = 0; i < bars; i++) {
      times[i] = i;
    }
    List<Entry> cases = new PricePatterns(new Shape(WINDOW, WINDOW), AHEAD).cases(0, closes, times);
    List<Double> expected = new ArrayList<>();
    List<Double> came = new ArrayList<>();
    try (ExactMemory memory =
        ExactMemory.open(folder, cases.getFirst().vector().length, "lesson")) {
      for (Entry entry : cases) {
        memory.add(entry);
      }
      for (Entry now : cases) {
        if (now.knownAt() >= bars * 4L / 5 && now.knownAt() % (WINDOW + AHEAD) == WINDOW - 1) {
          Query query = Query.of(now.vector(), NEIGHBOURS, now.knownAt()).about(0, now.start());
          List<Match> found = memory.search(query);
          expected.add(
              found.stream().mapToDouble(match -> match.entry().outcome()).average().orElse(0));
          came.add(now.outcome());
        }
      }
    }
    return Sample.correlation(array(expected), array(came));
  }

  private static double[] closes(int law, int bars, RandomStream random) {
    double[] closes = new double[bars];
    double log = 0;
    double sign = 1;
    for (int i = 0; i < bars; i++) {
      int phase = i % (WINDOW + AHEAD);
      if (phase == 0) {
        sign = random.bernoulli(0.5) ? 1 : -1;
      }
      boolean turned = law < 0 && i >= bars * 4 / 5;
      double after = law == 0 ? 0 : turned ? -1 : 1;
      double drift = phase < WINDOW / 2 ? -sign : phase < WINDOW ? sign : after * sign;
      log += 0.01 * drift + random.gaussian(0, 0.005);
      closes[i] = 100 * Math.exp(log);
    }
    return closes;
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
