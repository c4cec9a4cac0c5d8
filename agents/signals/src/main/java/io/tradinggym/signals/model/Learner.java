package io.tradinggym.signals.model;

import io.tradinggym.api.random.RandomStreams;

/** Trains a model on some rows of a table. */
public interface Learner {
  /** A name for reports. */
  String name();

  /** Rows before a row that a model looks at beside it: 0 for a model of single rows. */
  default int lookBack() {
    return 0;
  }

  /**
   * Trains. Chance comes from the streams alone.
   *
   * @param rows to train on, ascending; nothing else of the table is looked at but the {@link #lookBack} rows before
   *     each
   * @param targets by row of the table: 1 or 0, or values of a regression
   * @param weights by row of the table, > 0
   */
  SignalModel fit(Table table, int[] rows, float[] targets, float[] weights, RandomStreams streams);
}
