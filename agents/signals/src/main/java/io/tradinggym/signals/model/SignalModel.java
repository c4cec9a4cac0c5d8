package io.tradinggym.signals.model;

import java.io.DataOutput;
import java.io.IOException;

/** A trained model: a number for each row, from that row and those before it. For one thread at a time. */
public interface SignalModel {
  /**
   * {@return the probability of 1, or the value of a regression, at a row of a table with the features it was trained
   * on}
   *
   * @param table features by row
   * @param row index of the row, from 0
   */
  double predict(Table table, int row);

  /** {@return the same model for another thread; this one itself if it has no scratch} */
  default SignalModel copy() {
    return this;
  }

  /**
   * Writes the model; {@link Learner#load} of the learner that trained it reads it back.
   *
   * @param out where it is written
   * @throws IOException if it cannot be written, or models of this kind are not kept
   */
  default void save(DataOutput out) throws IOException {
    throw new IOException("models of " + getClass().getName() + " are not kept");
  }
}
