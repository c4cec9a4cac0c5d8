package io.tradinggym.experiments.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Tree-structured Parzen estimator, for one objective: points are drawn where good trials were dense and others were
 * not. The first {@value #STARTUP} candidates are random; then, with l the density of the best min(ceil(n / 10), 25)
 * trials and g that of the others, the best by l / g of {@value #DRAWS} draws from l is taken. Parameters that always
 * matter are drawn together, those under a condition each by itself, from trials in which they mattered.
 *
 * <p>On functions of a few parameters it reaches in 100 trials what random search does not in thousands.
 *
 * @see <a href="https://papers.nips.cc/paper/4443-algorithms-for-hyper-parameter-optimization">Bergstra, Bardenet,
 *     Bengio and Kegl (2011), Algorithms for hyper-parameter optimization</a>
 */
public final class TreeParzen implements Search {
  /** Random candidates at the start. */
  public static final int STARTUP = 10;

  /** Draws of which the best is taken. */
  public static final int DRAWS = 24;

  private static final int MOST_GOOD = 25;
  private static final double GOOD = 0.1;

  private final SearchSpace space;
  private final RandomGenerator random;

  /** Parameters that always matter; they are chosen together. */
  private final int[] always;

  private final List<Trial> trials = new ArrayList<>();
  private int next;

  private record Trial(double[] point, double score, int order) {}

  /** A search of its own random numbers. */
  public TreeParzen(SearchSpace space, RandomGenerator random) {
    this.space = space;
    this.random = random;
    always =
        IntStream.range(0, space.size())
            .filter(i -> space.parameters().get(i).when() == null)
            .toArray();
  }

  @Override
  public List<Candidate> ask(int count) {
    List<Candidate> asked = new ArrayList<>();
    List<Trial> ranked = new ArrayList<>(trials);
    // What was tried first counts as better among equals.
    ranked.sort(Comparator.comparingDouble((Trial trial) -> -trial.score));
    int good = Math.min((int) Math.ceil(GOOD * ranked.size()), MOST_GOOD);
    Comparator<Trial> byTime = Comparator.comparingInt(Trial::order);
    List<Trial> best = ranked.subList(0, good).stream().sorted(byTime).toList();
    List<Trial> rest = ranked.subList(good, ranked.size()).stream().sorted(byTime).toList();
    for (int i = 0; i < count; i++) {
      double[] point = space.random(random);
      if (trials.size() >= STARTUP) {
        choose(always, point, best, rest);
        for (int parameter = 0; parameter < point.length; parameter++) {
          if (space.parameters().get(parameter).when() != null && space.matters(parameter, point)) {
            choose(new int[] {parameter}, point, best, rest);
          }
        }
      }
      asked.add(new Candidate(next++, space, point));
    }
    return asked;
  }

  private void choose(int[] chosen, double[] point, List<Trial> best, List<Trial> rest) {
    List<Parameter> parameters = IntStream.of(chosen).mapToObj(space.parameters()::get).toList();
    ParzenEstimate dense = new ParzenEstimate(parameters, places(chosen, best));
    ParzenEstimate others = new ParzenEstimate(parameters, places(chosen, rest));
    double[] places = new double[chosen.length];
    double highest = Double.NEGATIVE_INFINITY;
    for (int draw = 0; draw < DRAWS; draw++) {
      dense.draw(random, places);
      if (!admitted(chosen, places, point)) {
        continue;
      }
      double gain = dense.log(places) - others.log(places);
      if (gain > highest) {
        highest = gain;
        for (int i = 0; i < chosen.length; i++) {
          point[chosen[i]] = places[i];
        }
      }
    }
  }

  private boolean admitted(int[] chosen, double[] places, double[] point) {
    double[] changed = point.clone();
    for (int i = 0; i < chosen.length; i++) {
      changed[chosen[i]] = places[i];
    }
    return space.admits(changed);
  }

  private double[][] places(int[] chosen, List<Trial> from) {
    return from.stream()
        .filter(trial -> IntStream.of(chosen).allMatch(i -> space.matters(i, trial.point)))
        .map(trial -> IntStream.of(chosen).mapToDouble(i -> trial.point[i]).toArray())
        .toArray(double[][]::new);
  }

  @Override
  public void tell(Candidate candidate, double... scores) {
    if (scores.length != 1) {
      throw new IllegalArgumentException(
          "one objective is searched for, scores were " + scores.length);
    }
    double score = Double.isNaN(scores[0]) ? Double.NEGATIVE_INFINITY : scores[0];
    trials.add(new Trial(candidate.point(), score, trials.size()));
  }
}
