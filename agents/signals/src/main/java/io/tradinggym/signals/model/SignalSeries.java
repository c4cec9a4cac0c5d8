package io.tradinggym.signals.model;

import io.tradinggym.data.series.KnownSeries;

/**
 * A signal as features see it: known at the close of the row that it is of. It is made of out-of-fold predictions and
 * of nothing else; predictions for rows that a model was trained on have no type that this takes.
 */
public final class SignalSeries {
  private SignalSeries() {}

  /**
   * {@return the predictions as a source: {@code Sources.NONE.with("xgb", SignalSeries.of(outOfFold))}}
   *
   * @param signal predictions out of fold
   */
  public static KnownSeries of(OutOfFold signal) {
    int[] rows = signal.rows();
    long[] times = new long[rows.length];
    double[] values = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      times[i] = signal.table().times()[rows[i]];
      values[i] = signal.prediction(rows[i]);
    }
    return KnownSeries.of(times, times, values);
  }
}
