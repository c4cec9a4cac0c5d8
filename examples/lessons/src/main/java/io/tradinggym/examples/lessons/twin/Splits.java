package io.tradinggym.examples.lessons.twin;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.data.split.Fold;
import io.tradinggym.data.split.PurgedKFold;
import io.tradinggym.data.split.Purging;
import io.tradinggym.data.split.WalkForward;
import io.tradinggym.signals.score.Scores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Lesson 13: nearest neighbours predict the direction of a random walk, and what they seem to be worth depends on how
 * rows are split.
 */
public final class Splits {
  private static final int NEIGHBOURS = 5;

  private final double[][] rows;
  private final int[] labels;
  private final int horizon;

  /**
   * A random walk with slow features: its distances from where it was 20 and 60 rows before.
   *
   * @param horizon rows that a label looks ahead, &gt;= 1
   */
  public Splits(int count, int horizon, long seed) {
    this.horizon = horizon;
    RandomStream random = RandomStreams.of(seed).stream("walk");
    double[] walk = new double[count + horizon + 60];
    for (int t = 1; t < walk.length; t++) {
      walk[t] = walk[t - 1] + random.gaussian();
    }
    rows = new double[count][];
    labels = new int[count];
    for (int i = 0; i < count; i++) {
      int t = i + 60;
      rows[i] = new double[] {walk[t] - walk[t - 20], walk[t] - walk[t - 60]};
      labels[i] = walk[t + horizon] > walk[t] ? 1 : 0;
    }
  }

  /** Area under the curve with rows dealt out like cards: neighbours of a test row are trained on. */
  public double shuffled(int folds, long seed) {
    RandomStream random = RandomStreams.of(seed).stream("cards");
    int[] place = new int[rows.length];
    Arrays.setAll(place, i -> random.integer(folds));
    List<Fold> splits = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      int wanted = fold;
      splits.add(
          new Fold(
              java.util.stream.IntStream.range(0, rows.length)
                  .filter(i -> place[i] != wanted)
                  .toArray(),
              java.util.stream.IntStream.range(0, rows.length)
                  .filter(i -> place[i] == wanted)
                  .toArray()));
    }
    return auc(splits);
  }

  /** The same with blocks, purged by the horizon of the labels. */
  public double purged(int folds) {
    return auc(new PurgedKFold(folds, new Purging(horizon, horizon)).split(rows.length));
  }

  /** The same with the past alone. */
  public double walkForward(int folds) {
    return auc(WalkForward.expanding(rows.length, folds, horizon).split(rows.length));
  }

  private double auc(List<Fold> folds) {
    List<Integer> outcomes = new ArrayList<>();
    List<Double> scores = new ArrayList<>();
    for (Fold fold : folds) {
      for (int row : fold.test()) {
        outcomes.add(labels[row]);
        scores.add(score(row, fold.train()));
      }
    }
    return Scores.auc(
        outcomes.stream().mapToInt(Integer::intValue).toArray(),
        scores.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private double score(int row, int[] train) {
    return Arrays.stream(train)
        .boxed()
        .sorted(Comparator.comparingDouble(other -> distance(rows[row], rows[other])))
        .limit(NEIGHBOURS)
        .mapToInt(other -> labels[other])
        .average()
        .orElse(0.5);
  }

  private static double distance(double[] a, double[] b) {
    return (a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]);
  }
}
