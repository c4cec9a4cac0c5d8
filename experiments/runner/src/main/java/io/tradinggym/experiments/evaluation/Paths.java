package io.tradinggym.experiments.evaluation;

/**
 * Which episodes are played.
 *
 * @param count episodes of each seed's agent, &gt;= 1
 * @param own whether every seed's agent gets paths that no other gets, so that what the seeds achieve is independent;
 *     the controls then play all of them
 */
public record Paths(int count, boolean own) {
  /** The same episodes for everybody: the sharpest comparison. */
  public static Paths common(int count) {
    return new Paths(count, false);
  }

  /** Number of the arena's path that a seed's agent plays as its so-many-th. */
  int of(int seed, int i) {
    return own ? seed * count + i : i;
  }

  /** How many paths there are for so many seeds. */
  int all(int seeds) {
    return own ? seeds * count : count;
  }
}
