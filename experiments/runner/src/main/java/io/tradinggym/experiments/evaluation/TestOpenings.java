package io.tradinggym.experiments.evaluation;

import io.tradinggym.market.data.Market;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often this program has looked at each test range, by the fingerprint of its data or law. It counts for everybody,
 * so that nobody can forget to hand it over; what other programs saw it cannot know.
 */
final class TestOpenings {
  private static final ConcurrentHashMap<String, Integer> COUNTS = new ConcurrentHashMap<>();

  private TestOpenings() {}

  /** Counts a look, and says how many there were. */
  static int open(Market range) {
    return COUNTS.merge(range.fingerprint(), 1, Integer::sum);
  }
}
