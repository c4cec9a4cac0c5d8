package io.tradinggym.signals.model;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.data.label.Label;
import java.util.Arrays;
import java.util.List;

/**
 * Meta-labelling: a first model says which side to take, a second one whether that side will pay, and so how much to
 * take. Both are out of fold; the second is trained on what the first said of rows that it had not seen.
 *
 * @param side by row: 1 long, -1 short, 0 where the first model says nothing
 * @param paid probability that the side pays, by row; NaN where there is none
 * @see <a href="https://www.wiley.com/en-us/p/9781119482086">Lopez de Prado (2018), 3.6</a>
 */
public record MetaSignal(int[] side, double[] paid) {
  /**
   * Trains the second model on the first one's predictions.
   *
   * @param first out of fold, probabilities that the label is 1
   * @param labels what followed, by their entry rows
   * @param second learner of the second model, on the first one's table
   * @param weights by row, > 0
   * @param folds refits of the second model, >= 1
   * @param horizon rows that a label lasts at most, >= 0
   * @param streams streams of the seed
   * @return the signal
   */
  public static MetaSignal of(
      OutOfFold first,
      List<Label> labels,
      Learner second,
      float[] weights,
      int folds,
      int horizon,
      RandomStreams streams) {
    int rows = first.table().rows();
    int[] side = new int[rows];
    for (int row : first.rows()) {
      side[row] = first.prediction(row) > 0.5 ? 1 : -1;
    }
    float[] targets = new float[rows];
    Arrays.fill(targets, Float.NaN);
    for (Label label : labels) {
      if (side[label.entry()] != 0) {
        targets[label.entry()] = label.meta(side[label.entry()]);
      }
    }
    // Folds begin where the first model speaks, or the first of them would have nothing to train
    // on.
    int from = first.rows()[0];
    Table table = first.table();
    Table spoken =
        new Table(
            table.names(),
            Arrays.copyOfRange(table.times(), from, rows),
            Arrays.copyOfRange(table.values(), from * table.width(), rows * table.width()));
    OutOfFold judged =
        OutOfFold.walkForward(
            second,
            spoken,
            Arrays.copyOfRange(targets, from, rows),
            Arrays.copyOfRange(weights, from, rows),
            folds,
            horizon,
            streams);
    double[] paid = new double[rows];
    Arrays.fill(paid, Double.NaN);
    for (int row : judged.rows()) {
      paid[from + row] = judged.prediction(row);
    }
    return new MetaSignal(side, paid);
  }

  /**
   * {@return the position to take at a row, -1 .. 1: the side, as large as Kelly's share of an even bet, {@code 2 p -
   * 1}; 0 where it is not expected to pay or nothing is known}
   *
   * @param row index of the row, from 0
   * @see <a href="https://doi.org/10.1002/j.1538-7305.1956.tb03809.x">Kelly (1956)</a>
   */
  public double position(int row) {
    return paid[row] > 0.5 ? side[row] * (2 * paid[row] - 1) : 0;
  }
}
