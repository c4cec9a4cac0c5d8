package io.tradinggym.experiments.tuning;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.SearchConfig;
import io.tradinggym.experiments.search.Search;
import io.tradinggym.experiments.search.SuccessiveHalving;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Candidates by halving. ASHA has one bracket, which begins with the least budget. Hyperband has several that begin
 * with more and more, the last with all of it, in case a short training tells nothing of a long one; each round goes to
 * the one that has spent the least, so that all have about the same. When all candidates are under way, promotions
 * alone go on until there are none.
 *
 * @see <a href="https://jmlr.org/papers/v18/16-558.html">Li et al. (2018), Hyperband: a novel bandit-based approach to
 *     hyperparameter optimization</a>
 */
final class Halving implements Proposer {
  private final SearchConfig config;
  private final List<SuccessiveHalving> brackets = new ArrayList<>();
  private final long[] spent;
  private List<SuccessiveHalving.Job> open = List.of();
  private int bracket;
  private int started;

  /**
   * A search by halving.
   *
   * @param search for new candidates, told their scores at their first budget
   * @param steps of the last rung
   * @param most brackets
   */
  Halving(SearchConfig config, Search search, long steps, int most) {
    this.config = config;
    if (steps > Integer.MAX_VALUE || steps <= config.least()) {
      throw new UserError(
          "search.least must be below algorithm.steps, which must be below 2^31; were "
              + config.least()
              + " and "
              + steps);
    }
    for (long least = config.least(); brackets.size() < most; least *= config.reduction()) {
      brackets.add(
          new SuccessiveHalving(
              search, (int) Math.min(least, steps), (int) steps, config.reduction()));
      if (least >= steps) {
        break;
      }
    }
    spent = new long[brackets.size()];
  }

  @Override
  public List<Job> ask() {
    List<Integer> poorest =
        IntStream.range(0, spent.length)
            .boxed()
            .sorted(Comparator.comparingLong(each -> spent[each]))
            .toList();
    for (int each : poorest) {
      open = jobs(brackets.get(each));
      if (!open.isEmpty()) {
        bracket = each;
        open.forEach(job -> spent[bracket] += job.cost());
        int last = brackets.get(bracket).budgets().length - 1;
        return open.stream()
            .map(job -> Job.of(job.candidate(), job.rung(), job.budget(), job.rung() == last))
            .toList();
      }
    }
    return List.of();
  }

  /** Of a bracket: promotions, then new candidates while there are any. */
  private List<SuccessiveHalving.Job> jobs(SuccessiveHalving from) {
    List<SuccessiveHalving.Job> jobs = new ArrayList<>(from.promotions(config.batch()));
    while (jobs.size() < config.batch() && started < config.trials()) {
      jobs.addAll(from.ask(1));
      started++;
    }
    return jobs;
  }

  @Override
  public void tell(List<Job> jobs, List<double[]> scores) {
    for (int i = 0; i < jobs.size(); i++) {
      brackets.get(bracket).tell(open.get(i), scores.get(i)[0]);
    }
  }
}
