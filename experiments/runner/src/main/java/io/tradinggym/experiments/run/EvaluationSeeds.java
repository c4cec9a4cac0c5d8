package io.tradinggym.experiments.run;

import io.tradinggym.api.random.RandomStreams;

/** Paths that training never sees: their seeds are drawn from streams of their own. */
public final class EvaluationSeeds {
  private EvaluationSeeds() {}

  /** Of the paths that choices are made by. */
  public static long validation(long seed) {
    return RandomStreams.of(seed).stream("validation paths").nextLong();
  }

  /** Of the paths that are looked at once. */
  public static long test(long seed) {
    return RandomStreams.of(seed).stream("test paths").nextLong();
  }
}
