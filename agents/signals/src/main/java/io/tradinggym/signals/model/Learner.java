package io.tradinggym.signals.model;

import io.tradinggym.api.random.RandomStreams;
import java.io.DataInput;
import java.io.IOException;

/** Trains a model on some rows of a table. */
public interface Learner {
  /** {@return a name for reports} */
  String name();

  /** {@return how many rows before a row a model looks at beside it: 0 for a model of single rows} */
  default int lookBack() {
    return 0;
  }

  /**
   * Trains. Chance comes from the streams alone.
   *
   * @param table features by row
   * @param rows to train on, ascending; nothing else of the table is looked at but the {@link #lookBack} rows before
   *     each
   * @param targets by row of the table: 1 or 0, or values of a regression
   * @param weights by row of the table, > 0
   * @param streams streams of the seed
   * @return the model
   */
  SignalModel fit(Table table, int[] rows, float[] targets, float[] weights, RandomStreams streams);

  /**
   * Reads what {@link SignalModel#save} of a model of this learner wrote: it predicts with the same bits.
   *
   * @param in where {@link SignalModel#save} began
   * @return the model
   * @throws IOException if that is no such model, or models of this kind are not kept
   */
  default SignalModel load(DataInput in) throws IOException {
    throw new IOException("models of " + name() + " are not kept");
  }
}
