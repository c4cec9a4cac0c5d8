package io.tradinggym.explain.memory;

import java.util.Comparator;

/**
 * A case that was found.
 *
 * @param entry as it was kept
 * @param distance squared Euclidean distance from the question, &gt;= 0
 */
public record Match(Entry entry, float distance) {
  /** The nearest first; of those that are as far away, the one with the smallest id. */
  static final Comparator<Match> NEAREST_FIRST =
      Comparator.comparingDouble(Match::distance).thenComparingLong(match -> match.entry().id());
}
