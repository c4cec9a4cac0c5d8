package io.tradinggym.signals.model;

import java.io.DataOutput;
import java.io.IOException;

/** A trained model: a number for each row, from that row and those before it. For one thread at a time. */
public interface SignalModel {
  /** The probability of 1, or the value of a regression, at a row of a table with the features it was trained on. */
  double predict(Table table, int row);

  /** The same model for another thread; this one itself if it has no scratch. */
  default SignalModel copy() {
    return this;
  }

  /**
   * Writes the model; {@link Learner#load} of the learner that trained it reads it back.
   *
   * @throws IOException if it cannot be written, or models of this kind are not kept
   */
  default void save(DataOutput out) throws IOException {
    throw new IOException("models of " + getClass().getName() + " are not kept");
  }
}
