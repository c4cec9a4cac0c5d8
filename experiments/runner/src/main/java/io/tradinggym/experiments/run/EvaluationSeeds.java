package io.tradinggym.experiments.run;

import io.tradinggym.api.random.RandomStreams;

/** Paths that training never sees: their seeds are drawn from streams of their own. */
final class EvaluationSeeds {
  private EvaluationSeeds() {}

  static long validation(long seed) {
    return RandomStreams.of(seed).stream("validation paths").nextLong();
  }

  static long test(long seed) {
    return RandomStreams.of(seed).stream("test paths").nextLong();
  }
}
