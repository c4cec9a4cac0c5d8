package io.tradinggym.signals.model;

/** A trained model: a number for each row, from that row and those before it. For one thread at a time. */
public interface SignalModel {
  /** The probability of 1, or the value of a regression, at a row of a table with the features it was trained on. */
  double predict(Table table, int row);
}
