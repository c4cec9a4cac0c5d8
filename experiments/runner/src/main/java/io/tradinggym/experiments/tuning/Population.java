package io.tradinggym.experiments.tuning;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.SearchConfig;
import io.tradinggym.experiments.search.Candidate;
import io.tradinggym.experiments.search.Explorer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Population-based training: all members train for so many steps, then the worst fifth, and who failed, go on with the
 * policies of members of the best fifth and with their settings, changed a little. What is found is a course of
 * settings, and the policy that it led to. A generation is decided from all scores of the one before, in the order of
 * the members, so nothing depends on who was first.
 *
 * <p>A policy is handed on without the state of its optimiser, which begins anew with each generation.
 *
 * @see <a href="https://arxiv.org/abs/1711.09846">Jaderberg et al. (2017), Population based training of neural
 *     networks</a>
 */
final class Population implements Proposer {
  private static final double SHARE = 0.2;

  private final SearchConfig config;
  private final long steps;
  private final Explorer explorer;
  private final RandomGenerator random;
  private final List<Candidate> members = new ArrayList<>();
  private List<Double> scores = List.of();
  private int generation = -1;
  private long spent;

  /**
   * A population.
   *
   * @param steps of a member in all
   */
  Population(SearchConfig config, long steps, RandomGenerator random) {
    if (config.least() >= steps) {
      throw new UserError(
          "search.least must be below algorithm.steps, were " + config.least() + " and " + steps);
    }
    this.config = config;
    this.steps = steps;
    this.random = random;
    explorer = new Explorer(config.space(), random);
  }

  @Override
  public List<Job> ask() {
    if (spent >= steps || (generation >= 0 && scores.stream().allMatch(s -> s.isNaN()))) {
      return List.of();
    }
    generation++;
    List<String> from = new ArrayList<>();
    if (generation == 0) {
      IntStream.range(0, config.trials()).mapToObj(explorer::draw).forEach(members::add);
      members.forEach(member -> from.add(""));
    } else {
      exchange(from);
    }
    long until = Math.min(steps, spent + config.least());
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      Candidate member = members.get(i);
      Order order =
          new Order(
              i, member.values(), generation, until, until == steps, from.get(i), spent, true);
      jobs.add(new Job(member, order));
    }
    spent = until;
    return jobs;
  }

  /** Decides whose policy each member goes on with, and with which settings. */
  private void exchange(List<String> from) {
    List<Integer> ranked =
        IntStream.range(0, members.size())
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                        (Integer i) ->
                            scores.get(i).isNaN() ? Double.NEGATIVE_INFINITY : scores.get(i))
                    .reversed())
            .toList();
    int fifth = Math.max(1, (int) (SHARE * members.size()));
    int failed = (int) scores.stream().filter(score -> score.isNaN()).count();
    List<Integer> best = ranked.subList(0, Math.min(fifth, ranked.size() - failed));
    List<Integer> worst = ranked.subList(ranked.size() - Math.max(fifth, failed), ranked.size());
    List<Candidate> before = List.copyOf(members);
    for (int i = 0; i < members.size(); i++) {
      int of = i;
      if (worst.contains(i)) {
        of = best.get(random.nextInt(best.size()));
        members.set(i, explorer.near(i, before.get(of)));
      }
      from.add("trial-" + of + "-" + (generation - 1));
    }
  }

  @Override
  public void tell(List<Job> jobs, List<double[]> told) {
    scores = told.stream().map(score -> score[0]).toList();
  }
}
