package io.tradinggym.signals.model;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.Arrays;

/**
 * How much a prediction hangs on the rows that were trained on: models refitted on rows drawn in blocks, so that what
 * overlaps stays together.
 *
 * @param low 2.5 % quantile of the refits' predictions
 * @param high 97.5 % quantile
 */
public record RefitInterval(double low, double high) {
  /**
   * Refits and predicts one row.
   *
   * @param learner what trains a model
   * @param table features by row
   * @param rows that the models are trained on, ascending
   * @param targets 1 or 0, or values of a regression, by row
   * @param weights one a row, &gt; 0
   * @param row index of the row that is predicted, from 0
   * @param refits models, >= 2; 100 is customary
   * @param block rows in one, >= 1; at least the label's horizon
   * @param streams streams of the seed
   * @return the interval
   */
  public static RefitInterval of(
      Learner learner,
      Table table,
      int[] rows,
      float[] targets,
      float[] weights,
      int row,
      int refits,
      int block,
      RandomStreams streams) {
    if (refits < 2 || block < 1 || block > rows.length) {
      throw new IllegalArgumentException(
          "refits must be >= 2 and block in 1 .. "
              + rows.length
              + ", were "
              + refits
              + " and "
              + block);
    }
    double[] predictions = new double[refits];
    for (int refit = 0; refit < refits; refit++) {
      int[] drawn = draw(rows, block, streams.stream("blocks", refit));
      predictions[refit] =
          learner
              .fit(table, drawn, targets, weights, streams.child("refit", refit))
              .predict(table, row);
    }
    Arrays.sort(predictions);
    return new RefitInterval(quantile(predictions, 0.025), quantile(predictions, 0.975));
  }

  private static int[] draw(int[] rows, int block, RandomStream random) {
    int[] drawn = new int[rows.length];
    for (int at = 0; at < drawn.length; at += block) {
      int from = random.integer(rows.length - block + 1);
      System.arraycopy(rows, from, drawn, at, Math.min(block, drawn.length - at));
    }
    Arrays.sort(drawn);
    return drawn;
  }

  private static double quantile(double[] sorted, double q) {
    double at = q * (sorted.length - 1);
    int low = (int) at;
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
  }
}
