package io.tradinggym.signals.model;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.data.split.Fold;
import io.tradinggym.signals.score.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What features are worth to a classifier on rows that it did not see, by pooled AUC over folds.
 *
 * @see <a href="https://www.wiley.com/en-us/p/9781119482086">Lopez de Prado (2018), chapter 8</a>
 */
public final class Importances {
  private Importances() {}

  /**
   * {@return the mean decrease by cluster: how much AUC is lost when the columns of a cluster are shuffled
   * together in the tested rows} Features that say the same belong into one cluster, or each seems to be worth
   * nothing.
   *
   * @param learner what trains a model
   * @param table features by row
   * @param targets 1 or 0 by row
   * @param weights one a row, &gt; 0
   * @param folds training and test rows
   * @param clusters indices of the columns that are judged as one; singletons for plain MDA
   * @param streams streams of the seed
   */
  public static double[] decrease(
      Learner learner,
      Table table,
      float[] targets,
      float[] weights,
      List<Fold> folds,
      List<int[]> clusters,
      RandomStreams streams) {
    List<SignalModel> models = new ArrayList<>();
    for (Fold fold : folds) {
      models.add(
          learner.fit(table, fold.train(), targets, weights, streams.child("fold", models.size())));
    }
    double whole = pooled(models, table, targets, folds);
    double[] lost = new double[clusters.size()];
    for (int cluster = 0; cluster < lost.length; cluster++) {
      RandomStream random = streams.stream("shuffle", cluster);
      lost[cluster] =
          whole
              - pooled(
                  models, shuffled(table, folds, clusters.get(cluster), random), targets, folds);
    }
    return lost;
  }

  /**
   * {@return clusters of one column each}
   *
   * @param table features by row
   */
  public static List<int[]> singletons(Table table) {
    return IntStream.range(0, table.width()).mapToObj(column -> new int[] {column}).toList();
  }

  /**
   * {@return clusters of columns, joined wherever two correlate by at least so much in absolute value (single
   * linkage)}
   *
   * @param table features by row
   * @param correlation least absolute correlation, 0 to 1
   */
  public static List<int[]> clusters(Table table, double correlation) {
    int width = table.width();
    int[] root = IntStream.range(0, width).toArray();
    for (int a = 0; a < width; a++) {
      for (int b = 0; b < a; b++) {
        if (Math.abs(correlation(table, a, b)) >= correlation) {
          int from = root[a];
          int to = root[b];
          for (int i = 0; i < width; i++) {
            root[i] = root[i] == from ? to : root[i];
          }
        }
      }
    }
    return IntStream.of(root)
        .distinct()
        .mapToObj(r -> IntStream.range(0, width).filter(i -> root[i] == r).toArray())
        .toList();
  }

  private static double correlation(Table table, int a, int b) {
    double n = 0;
    double sa = 0;
    double sb = 0;
    double saa = 0;
    double sbb = 0;
    double sab = 0;
    for (int row = 0; row < table.rows(); row++) {
      double x = table.values()[row * table.width() + a];
      double y = table.values()[row * table.width() + b];
      if (!Double.isNaN(x) && !Double.isNaN(y)) {
        n++;
        sa += x;
        sb += y;
        saa += x * x;
        sbb += y * y;
        sab += x * y;
      }
    }
    double spread = (saa - sa * sa / n) * (sbb - sb * sb / n);
    return spread > 0 ? (sab - sa * sb / n) / Math.sqrt(spread) : 0;
  }

  /**
   * {@return the single-feature importance by column: the AUC of a model that sees that one alone}
   *
   * @param learner what trains a model
   * @param table features by row
   * @param targets 1 or 0 by row
   * @param weights one a row, &gt; 0
   * @param folds training and test rows
   * @param streams streams of the seed
   */
  public static double[] alone(
      Learner learner,
      Table table,
      float[] targets,
      float[] weights,
      List<Fold> folds,
      RandomStreams streams) {
    double[] auc = new double[table.width()];
    for (int column = 0; column < auc.length; column++) {
      float[] values = new float[table.rows()];
      for (int row = 0; row < values.length; row++) {
        values[row] = table.values()[row * table.width() + column];
      }
      Table one = new Table(List.of(table.names().get(column)), table.times(), values);
      List<SignalModel> models = new ArrayList<>();
      for (Fold fold : folds) {
        models.add(
            learner.fit(one, fold.train(), targets, weights, streams.child("alone", column)));
      }
      auc[column] = pooled(models, one, targets, folds);
    }
    return auc;
  }

  private static double pooled(
      List<SignalModel> models, Table table, float[] targets, List<Fold> folds) {
    int rows = folds.stream().mapToInt(fold -> fold.test().length).sum();
    int[] outcomes = new int[rows];
    double[] scores = new double[rows];
    int at = 0;
    for (int fold = 0; fold < folds.size(); fold++) {
      for (int row : folds.get(fold).test()) {
        outcomes[at] = targets[row] > 0.5f ? 1 : 0;
        scores[at++] = models.get(fold).predict(table, row);
      }
    }
    return Scores.auc(outcomes, scores);
  }

  private static Table shuffled(Table table, List<Fold> folds, int[] columns, RandomStream random) {
    float[] values = table.values().clone();
    int width = table.width();
    for (Fold fold : folds) {
      int[] test = fold.test();
      for (int i = test.length - 1; i > 0; i--) {
        int j = random.integer(i + 1);
        for (int column : columns) {
          float kept = values[test[i] * width + column];
          values[test[i] * width + column] = values[test[j] * width + column];
          values[test[j] * width + column] = kept;
        }
      }
    }
    return new Table(table.names(), table.times(), values);
  }
}
