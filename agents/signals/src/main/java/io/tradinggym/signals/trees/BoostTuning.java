package io.tradinggym.signals.trees;

import io.jenetics.DoubleChromosome;
import io.jenetics.DoubleGene;
import io.jenetics.EliteSelector;
import io.jenetics.GaussianMutator;
import io.jenetics.Genotype;
import io.jenetics.TournamentSelector;
import io.jenetics.UniformCrossover;
import io.jenetics.engine.Engine;
import io.jenetics.engine.EvolutionResult;
import io.jenetics.util.RandomRegistry;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.data.split.Fold;
import io.tradinggym.signals.model.Table;
import io.tradinggym.signals.score.Scores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Searches settings by evolution: eight genes in [0, 1], those of rates and penalties on a log scale; ten individuals,
 * two of which survive as they are, tournaments of three, uniform crossover, Gaussian mutation. Judged by the pooled
 * AUC over purged folds. The best of many trials flatters itself: judge it on rows that no trial saw.
 */
public final class BoostTuning {
  private static final int GENES = 8;
  private static final int POPULATION = 10;

  private BoostTuning() {}

  /**
   * One trial.
   *
   * @param settings tried
   * @param auc area under the ROC curve, pooled over the folds
   */
  public record Trial(BoostSettings settings, double auc) {}

  /**
   * Tries at least so many settings.
   *
   * @param table features by row
   * @param targets 1 or 0 by row
   * @param weights one a row, &gt; 0
   * @param folds purged, of the rows that may be looked at
   * @param trials least number of settings that are tried, &gt;= 1
   * @param streams streams of the seed
   * @return all trials in order; {@link #best} picks one
   */
  public static List<Trial> search(
      Table table,
      float[] targets,
      float[] weights,
      List<Fold> folds,
      int trials,
      RandomStreams streams) {
    List<Trial> tried = new ArrayList<>();
    Engine<DoubleGene, Double> engine =
        Engine.builder(
                (Genotype<DoubleGene> genes) -> {
                  BoostSettings settings = settings(genes);
                  double auc = pooled(settings, table, targets, weights, folds, streams);
                  tried.add(new Trial(settings, auc));
                  return auc;
                },
                Genotype.of(DoubleChromosome.of(0, 1, GENES)))
            .populationSize(POPULATION)
            .survivorsSelector(new EliteSelector<>(2))
            .survivorsFraction(0.2)
            .offspringSelector(new TournamentSelector<>(3))
            .alterers(new UniformCrossover<>(0.5), new GaussianMutator<>(0.25))
            .executor(Runnable::run)
            .build();
    RandomRegistry.with(streams.stream("tuning"))
        .run(
            () -> {
              var _ =
                  engine.stream()
                      .limit(result -> tried.size() < trials)
                      .collect(EvolutionResult.toBestEvolutionResult());
            });
    return List.copyOf(tried);
  }

  /**
   * {@return the trial of the largest AUC}
   *
   * @param trials at least one
   */
  public static Trial best(List<Trial> trials) {
    return trials.stream().max(Comparator.comparingDouble(Trial::auc)).orElseThrow();
  }

  private static double pooled(
      BoostSettings settings,
      Table table,
      float[] targets,
      float[] weights,
      List<Fold> folds,
      RandomStreams streams) {
    int rows = folds.stream().mapToInt(fold -> fold.test().length).sum();
    int[] outcomes = new int[rows];
    double[] scores = new double[rows];
    int at = 0;
    for (Fold fold : folds) {
      TreeModel model =
          Boosting.classifier(settings).fit(table, fold.train(), targets, weights, streams);
      for (int row : fold.test()) {
        outcomes[at] = targets[row] > 0.5f ? 1 : 0;
        scores[at++] = model.predict(table, row);
      }
    }
    return Scores.auc(outcomes, scores);
  }

  /** Settings of genes in [0, 1]. */
  private static BoostSettings settings(Genotype<DoubleGene> genes) {
    double[] g = genes.chromosome().stream().mapToDouble(DoubleGene::doubleValue).toArray();
    return new BoostSettings(
        (int) Math.round(log(g[0], 50, 500)),
        2 + (int) Math.min(6, Math.floor(7 * g[1])),
        log(g[2], 0.005, 0.3),
        0.5 + 0.5 * g[3],
        0.3 + 0.7 * g[4],
        log(g[5], 1, 50),
        log(g[6], 1e-4, 10),
        log(g[7], 1e-4, 10));
  }

  private static double log(double gene, double low, double high) {
    return low * StrictMath.pow(high / low, gene);
  }
}
