package io.tradinggym.experiments.tuning;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.SearchConfig;
import io.tradinggym.experiments.search.Search;
import io.tradinggym.experiments.search.SuccessiveHalving;
import java.util.ArrayList;
import java.util.List;

/**
 * Candidates by halving. ASHA has one bracket, which begins with the least budget; Hyperband gives its rounds in turn
 * to brackets that begin with more and more, the last with all of it, in case a short training tells nothing of a long
 * one. When all candidates are under way, promotions alone go on until there are none.
 */
final class Halving implements Proposer {
  private final SearchConfig config;
  private final List<SuccessiveHalving> brackets = new ArrayList<>();
  private List<SuccessiveHalving.Job> open = List.of();
  private int round = -1;
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
    for (long least = config.least();
        least < steps && brackets.size() < most;
        least *= config.reduction()) {
      brackets.add(new SuccessiveHalving(search, (int) least, (int) steps, config.reduction()));
    }
  }

  @Override
  public List<Job> ask() {
    for (int tried = 0; tried < brackets.size(); tried++) {
      round++;
      SuccessiveHalving bracket = brackets.get(round % brackets.size());
      int fresh = config.trials() - started;
      List<SuccessiveHalving.Job> jobs = new ArrayList<>(bracket.promotions(config.batch()));
      for (int i = jobs.size(); i < config.batch() && fresh > 0; i++, fresh--) {
        jobs.addAll(bracket.ask(1));
      }
      started = config.trials() - fresh;
      if (!jobs.isEmpty()) {
        open = jobs;
        int last = bracket.budgets().length - 1;
        return jobs.stream()
            .map(job -> Job.of(job.candidate(), job.rung(), job.budget(), job.rung() == last))
            .toList();
      }
    }
    return List.of();
  }

  @Override
  public void tell(List<Job> jobs, List<double[]> scores) {
    SuccessiveHalving bracket = brackets.get(round % brackets.size());
    for (int i = 0; i < jobs.size(); i++) {
      bracket.tell(open.get(i), scores.get(i)[0]);
    }
  }
}
