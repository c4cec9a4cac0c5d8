package io.tradinggym.experiments.search;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Draws every candidate evenly and learns nothing: what any other search has to beat. */
public final class RandomSearch implements Search {
  private final SearchSpace space;
  private final RandomGenerator random;
  private int next;

  /** A search of its own random numbers. */
  public RandomSearch(SearchSpace space, RandomGenerator random) {
    this.space = space;
    this.random = random;
  }

  @Override
  public List<Candidate> ask(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Candidate(next++, space, space.random(random)))
        .toList();
  }

  @Override
  public void tell(Candidate candidate, double... scores) {}
}
