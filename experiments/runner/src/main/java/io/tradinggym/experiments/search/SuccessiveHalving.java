package io.tradinggym.experiments.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Spends training on those who start well (ASHA): every candidate is trained for the least budget, the best 1 in {@code
 * reduction} of those seen so far for {@code reduction} times as much, and so on up to the most. A job goes on from
 * where the candidate's last one ended. Nobody waits for a rung to be full.
 *
 * <p>Whom to promote is decided when jobs are asked for, from all that was told before, the best of the highest rung
 * first; so rounds of one size take one course, whatever number of workers does the jobs. New candidates come from a
 * search, which is told their scores of the first rung, the only ones that all candidates have.
 *
 * @see <a href="https://arxiv.org/abs/1810.05934">Li et al. (2020), A system for massively parallel hyperparameter
 *     tuning</a>
 */
public final class SuccessiveHalving {
  private final Search search;
  private final int[] budgets;
  private final int reduction;

  /** Results of each budget, the best first. */
  private final List<List<Result>> rungs = new ArrayList<>();

  /** What to do next: train a candidate from one budget to another. */
  public record Job(Candidate candidate, int rung, int spent, int budget) {
    /** What the job costs. */
    public int cost() {
      return budget - spent;
    }
  }

  private static final class Result {
    final Candidate candidate;
    final double score;
    boolean promoted;

    Result(Candidate candidate, double score) {
      this.candidate = candidate;
      this.score = score;
    }
  }

  /**
   * A search by halving.
   *
   * @param search for new candidates
   * @param least budget of the first rung, >= 1: steps, or any other unit
   * @param most budget of the last, >= least; the same for one rung
   * @param reduction of the candidates from rung to rung, and the factor of their budget, >= 2; 3 is usual
   */
  public SuccessiveHalving(Search search, int least, int most, int reduction) {
    if (least < 1 || most < least || reduction < 2) {
      throw new IllegalArgumentException(
          "budgets need 1 <= least <= most and reduction >= 2, were "
              + least
              + ", "
              + most
              + " and "
              + reduction);
    }
    this.search = search;
    this.reduction = reduction;
    List<Integer> all = new ArrayList<>();
    for (long budget = least; budget < most; budget *= reduction) {
      all.add((int) budget);
    }
    all.add(most);
    budgets = all.stream().mapToInt(Integer::intValue).toArray();
    all.forEach(budget -> rungs.add(new ArrayList<>()));
  }

  /** Budgets of the rungs, ascending. */
  public int[] budgets() {
    return budgets.clone();
  }

  /** The next jobs, independent of each other. */
  public List<Job> ask(int count) {
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      jobs.add(promotion().orElseGet(() -> new Job(search.ask(1).getFirst(), 0, 0, budgets[0])));
    }
    return jobs;
  }

  /** The next jobs without new candidates, fewer or none if nobody is to be promoted. */
  public List<Job> promotions(int count) {
    List<Job> jobs = new ArrayList<>();
    for (Optional<Job> next = promotion(); next.isPresent(); next = promotion()) {
      jobs.add(next.get());
      if (jobs.size() == count) {
        break;
      }
    }
    return jobs;
  }

  private Optional<Job> promotion() {
    for (int rung = rungs.size() - 2; rung >= 0; rung--) {
      List<Result> done = rungs.get(rung);
      Optional<Result> next =
          done.stream()
              .limit(done.size() / reduction)
              .filter(result -> !result.promoted && result.score > Double.NEGATIVE_INFINITY)
              .findFirst();
      if (next.isPresent()) {
        next.get().promoted = true;
        return Optional.of(
            new Job(next.get().candidate, rung + 1, budgets[rung], budgets[rung + 1]));
      }
    }
    return Optional.empty();
  }

  /** What a job's candidate scored at its budget, to be maximised; NaN if it failed. */
  public void tell(Job job, double score) {
    double counted = Double.isNaN(score) ? Double.NEGATIVE_INFINITY : score;
    List<Result> done = rungs.get(job.rung);
    done.add(place(done, counted), new Result(job.candidate, counted));
    if (job.rung == 0) {
      search.tell(job.candidate, score);
    }
  }

  /** Where a score belongs: behind those that are better, and behind those that were as good before it. */
  private static int place(List<Result> done, double score) {
    int from = 0;
    int to = done.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (Double.compare(done.get(middle).score, score) >= 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** The best candidate of the highest rung that anyone has reached, if any job is done. */
  public Optional<Candidate> best() {
    for (List<Result> done : rungs.reversed()) {
      if (!done.isEmpty()) {
        return Optional.of(done.getFirst().candidate);
      }
    }
    return Optional.empty();
  }

  /** How many candidates have reached a rung. */
  public int reached(int rung) {
    return rungs.get(rung).size();
  }
}
