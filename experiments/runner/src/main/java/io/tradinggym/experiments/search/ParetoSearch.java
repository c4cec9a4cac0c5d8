package io.tradinggym.experiments.search;

import io.jenetics.DoubleChromosome;
import io.jenetics.DoubleGene;
import io.jenetics.Genotype;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.UniformCrossover;
import io.jenetics.ext.moea.NSGA2Selector;
import io.jenetics.ext.moea.UFTournamentSelector;
import io.jenetics.ext.moea.Vec;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * NSGA-II, for several objectives at once: return, drawdown and turnover, say. A generation of {@value #POPULATION} is
 * chosen from the last one and its children by fronts of dominance and then by distance to the neighbours; children
 * come from tournaments, uniform crossover and small moves. Selection and crossover are Jenetics'.
 *
 * <p>A generation begins when all candidates of the one before are told, so rounds should divide {@value #POPULATION}:
 * asked for more than are left, the search gives fewer.
 *
 * @see <a href="https://doi.org/10.1109/4235.996017">Deb et al. (2002), A fast and elitist multiobjective genetic
 *     algorithm: NSGA-II</a>
 */
public final class ParetoSearch implements Search {
  /** Candidates of a generation. */
  public static final int POPULATION = 20;

  private static final double CROSSOVER = 0.9;

  /** Chance of each gene to change sides in a crossover. */
  private static final double SWAP = 0.5;

  private final SearchSpace space;
  private final int objectives;
  private final RandomGenerator random;
  private final LocalMutator mutator;
  private final List<Phenotype<DoubleGene, Vec<double[]>>> told = new ArrayList<>();
  private final List<Scored> all = new ArrayList<>();
  private final Deque<double[]> waiting = new ArrayDeque<>();
  private ISeq<Phenotype<DoubleGene, Vec<double[]>>> parents = ISeq.empty();
  private int generation;
  private int open;
  private int next;

  /** A candidate with its scores. */
  public record Scored(Candidate candidate, List<Double> scores) {
    /** Copies the scores. */
    public Scored {
      scores = List.copyOf(scores);
    }

    private boolean dominates(Scored other) {
      boolean better = false;
      for (int i = 0; i < scores.size(); i++) {
        if (scores.get(i) < other.scores.get(i)) {
          return false;
        }
        better |= scores.get(i) > other.scores.get(i);
      }
      return better;
    }
  }

  /**
   * A search of its own random numbers.
   *
   * @param objectives >= 1
   */
  public ParetoSearch(SearchSpace space, int objectives, RandomGenerator random) {
    if (objectives < 1 || space.size() < 1) {
      throw new IllegalArgumentException(
          "a search needs parameters and objectives, had " + space.size() + " and " + objectives);
    }
    this.space = space;
    this.objectives = objectives;
    this.random = random;
    mutator = new LocalMutator(1.0 / space.size());
  }

  @Override
  public List<Candidate> ask(int count) {
    if (waiting.isEmpty() && open == 0) {
      RandomRegistry.with(random).run(this::breed);
    }
    List<Candidate> asked = new ArrayList<>();
    while (asked.size() < count && !waiting.isEmpty()) {
      asked.add(new Candidate(next++, space, waiting.remove()));
      open++;
    }
    if (asked.isEmpty()) {
      throw new IllegalStateException(
          open + " candidates of generation " + generation + " must be told before more are asked");
    }
    return asked;
  }

  private void breed() {
    generation++;
    ISeq<Phenotype<DoubleGene, Vec<double[]>>> both = parents.append(ISeq.of(told));
    if (both.isEmpty()) {
      for (int i = 0; i < POPULATION; i++) {
        waiting.add(space.random(random));
      }
      return;
    }
    told.clear();
    parents =
        NSGA2Selector.<DoubleGene, double[], Vec<double[]>>ofVec()
            .select(both, Math.min(POPULATION, both.size()), Optimize.MAXIMUM);
    ISeq<Phenotype<DoubleGene, Vec<double[]>>> children =
        UFTournamentSelector.<DoubleGene, double[], Vec<double[]>>ofVec()
            .select(parents, POPULATION, Optimize.MAXIMUM);
    children =
        new UniformCrossover<DoubleGene, Vec<double[]>>(CROSSOVER, SWAP)
            .andThen(mutator)
            .alter(children, generation)
            .population();
    for (Phenotype<DoubleGene, Vec<double[]>> child : children) {
      double[] point =
          child.genotype().chromosome().stream().mapToDouble(DoubleGene::doubleValue).toArray();
      waiting.add(space.admits(point) ? point : space.random(random));
    }
  }

  @Override
  public void tell(Candidate candidate, double... scores) {
    if (scores.length != objectives) {
      throw new IllegalArgumentException(
          objectives + " objectives are searched for, scores were " + scores.length);
    }
    open--;
    if (Arrays.stream(scores).anyMatch(Double::isNaN)) {
      return; // Failed: no parent, and no end of the scale by which neighbours are apart.
    }
    all.add(new Scored(candidate, Arrays.stream(scores).boxed().toList()));
    List<DoubleGene> genes =
        Arrays.stream(candidate.point())
            .mapToObj(place -> DoubleGene.of(Math.min(place, Math.nextDown(1.0)), 0, 1))
            .toList();
    Genotype<DoubleGene> genotype = Genotype.of(DoubleChromosome.of(ISeq.of(genes)));
    told.add(Phenotype.of(genotype, generation, Vec.of(scores.clone())));
  }

  /** The candidates that no other beats in one objective without losing in another, in order of their numbers. */
  public List<Scored> front() {
    return all.stream()
        .filter(one -> all.stream().noneMatch(other -> other.dominates(one)))
        .toList();
  }
}
