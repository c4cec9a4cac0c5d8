package io.tradinggym.explain.memory;

import java.util.Comparator;

/**
 * A case that was found.
 *
 * @param entry the case
 * @param distance squared Euclidean distance from the question
 */
public record Match(Entry entry, float distance) {
  /** The nearest first; of those that are as far away, the one with the smallest id. */
  static final Comparator<Match> NEAREST_FIRST =
      Comparator.comparingDouble(Match::distance).thenComparingLong(match -> match.entry().id());
}
