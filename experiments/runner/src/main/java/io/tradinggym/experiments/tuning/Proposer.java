package io.tradinggym.experiments.tuning;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.config.SearchConfig;
import io.tradinggym.experiments.search.Candidate;
import io.tradinggym.experiments.search.GridSearch;
import io.tradinggym.experiments.search.ParetoSearch;
import io.tradinggym.experiments.search.RandomSearch;
import io.tradinggym.experiments.search.Search;
import io.tradinggym.experiments.search.TreeParzen;
import java.util.List;

/**
 * Proposes rounds of jobs and learns from their scores. Rounds are of one size and told in the order of their jobs, so
 * the course of a search does not depend on how many jobs run at once.
 */
interface Proposer {
  /** The next jobs; none when the search is over. */
  List<Job> ask();

  /** What the jobs of the last round scored, in their order; NaN for a failure. */
  void tell(List<Job> jobs, List<double[]> scores);

  /**
   * The proposer that a configuration asks for.
   *
   * @param steps of a whole training
   * @param warm what was tried before
   */
  static Proposer of(SearchConfig search, long seed, long steps, WarmStart warm) {
    RandomStream random = RandomStreams.of(seed).stream("search");
    return switch (search.method()) {
      case RANDOM -> new Whole(search, new RandomSearch(search.space(), random));
      case GRID -> new Whole(search, new GridSearch(search.space(), search.points()));
      case TPE -> new Whole(search, warm.told(search, new TreeParzen(search.space(), random)));
      case NSGA2 ->
          new Whole(search, new ParetoSearch(search.space(), search.objectives().size(), random));
      case ASHA -> new Halving(search, new TreeParzen(search.space(), random), steps, 1);
      case HYPERBAND ->
          new Halving(search, new RandomSearch(search.space(), random), steps, Integer.MAX_VALUE);
      case PBT -> new Population(search, steps, random);
    };
  }

  /** Every candidate gets the whole budget. */
  final class Whole implements Proposer {
    private final SearchConfig config;
    private final Search search;
    private int asked;

    Whole(SearchConfig config, Search search) {
      this.config = config;
      this.search = search;
    }

    @Override
    public List<Job> ask() {
      int count = Math.min(config.batch(), config.trials() - asked);
      if (count == 0) {
        return List.of();
      }
      List<Candidate> candidates = search.ask(count);
      asked += candidates.size();
      return candidates.stream().map(candidate -> Job.of(candidate, 0, 0, true)).toList();
    }

    @Override
    public void tell(List<Job> jobs, List<double[]> scores) {
      for (int i = 0; i < jobs.size(); i++) {
        search.tell(jobs.get(i).candidate(), scores.get(i));
      }
    }
  }
}
