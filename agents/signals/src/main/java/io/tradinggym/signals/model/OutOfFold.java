package io.tradinggym.signals.model;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.data.split.Fold;
import io.tradinggym.data.split.WalkForward;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Predictions for rows that the model of each had not seen: trained on the past alone, fold by fold, with a gap of the
 * label's horizon and of the model's look-back. There is no other way to make one.
 */
public final class OutOfFold {
  private final Table table;
  private final double[] predictions;
  private final BitSet covered;
  private final List<SignalModel> models;
  private final int[] firsts;

  private OutOfFold(
      Table table, double[] predictions, BitSet covered, List<SignalModel> models, int[] firsts) {
    this.table = table;
    this.predictions = predictions;
    this.covered = covered;
    this.models = models;
    this.firsts = firsts;
  }

  /**
   * Trains on an expanding window and predicts what follows it.
   *
   * @param learner what trains a model
   * @param table features by row
   * @param targets 1 or 0, or values of a regression, by row; NaN where it is not known
   * @param weights one a row, &gt; 0
   * @param folds refits, >= 1; the first block of as many and one is only trained on
   * @param horizon rows that a target looks ahead, >= 0
   * @param streams streams of the seed
   * @return the predictions and their models
   */
  public static OutOfFold walkForward(
      Learner learner,
      Table table,
      float[] targets,
      float[] weights,
      int folds,
      int horizon,
      RandomStreams streams) {
    if (targets.length != table.rows() || weights.length != table.rows()) {
      throw new IllegalArgumentException(
          "targets and weights must have "
              + table.rows()
              + " rows, had "
              + targets.length
              + " and "
              + weights.length);
    }
    int gap = horizon + learner.lookBack();
    double[] predictions = new double[table.rows()];
    Arrays.fill(predictions, Double.NaN);
    BitSet covered = new BitSet(table.rows());
    List<SignalModel> models = new ArrayList<>();
    List<Integer> firsts = new ArrayList<>();
    for (Fold fold : WalkForward.expanding(table.rows(), folds, gap).split(table.rows())) {
      int[] train = Arrays.stream(fold.train()).filter(row -> !Float.isNaN(targets[row])).toArray();
      SignalModel model =
          learner.fit(table, train, targets, weights, streams.child("fold", models.size()));
      models.add(model);
      firsts.add(fold.test()[0]);
      for (int row : fold.test()) {
        predictions[row] = model.predict(table, row);
        covered.set(row);
      }
    }
    return new OutOfFold(
        table,
        predictions,
        covered,
        List.copyOf(models),
        firsts.stream().mapToInt(Integer::intValue).toArray());
  }

  /** {@return the rows with a prediction, ascending} */
  public int[] rows() {
    return covered.stream().toArray();
  }

  /**
   * {@return the prediction of a row, NaN for one that was only trained on}
   *
   * @param row index of the row, from 0
   */
  public double prediction(int row) {
    return predictions[row];
  }

  /** {@return the table whose rows were predicted} */
  public Table table() {
    return table;
  }

  /** {@return the models, fold by fold} */
  public List<SignalModel> models() {
    return models;
  }

  /** {@return the first row that each model predicts} */
  public int[] firsts() {
    return firsts.clone();
  }

  /**
   * {@return the predictions of the rows that have one and whose target is known, in order}
   *
   * @param targets 1 or 0 by row; NaN where it is not known
   */
  public double[] scores(float[] targets) {
    return judged(targets).mapToDouble(row -> predictions[row]).toArray();
  }

  /**
   * {@return the outcomes, 0 or 1, of the rows of {@link #scores}, in the same order}
   *
   * @param targets 1 or 0 by row; NaN where it is not known
   */
  public int[] outcomes(float[] targets) {
    return judged(targets).map(row -> targets[row] > 0.5f ? 1 : 0).toArray();
  }

  private java.util.stream.IntStream judged(float[] targets) {
    return covered.stream().filter(row -> !Float.isNaN(targets[row]));
  }
}
