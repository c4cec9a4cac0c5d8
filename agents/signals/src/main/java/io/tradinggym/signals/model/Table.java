package io.tradinggym.signals.model;

import io.tradinggym.data.feature.FeatureColumns;
import io.tradinggym.data.series.PriceBars;
import java.util.List;

/**
 * Rows of features in order of time, as floats; NaN is a value that is missing.
 *
 * @param names of the features, by column
 * @param times when each row became known, epoch milliseconds UTC, ascending
 * @param values rows x columns, row by row
 */
public record Table(List<String> names, long[] times, float[] values) {
  /** Checks the sizes. */
  public Table {
    names = List.copyOf(names);
    if (names.isEmpty() || values.length != Math.multiplyExact(times.length, names.size())) {
      throw new IllegalArgumentException(
          "values must be "
              + times.length
              + " rows x "
              + names.size()
              + " features, were "
              + values.length);
    }
  }

  /**
   * {@return the features of bars from one on, a row a bar; what has no value yet is missing}
   *
   * @param columns what the features are
   * @param bars whose features are computed
   * @param from index of the first bar that becomes a row
   */
  public static Table of(FeatureColumns columns, PriceBars bars, int from) {
    int width = columns.features().size();
    int rows = bars.size() - from;
    long[] times = new long[rows];
    float[] values = new float[rows * width];
    for (int row = 0; row < rows; row++) {
      times[row] = bars.closeTime(from + row);
      for (int feature = 0; feature < width; feature++) {
        values[row * width + feature] = (float) columns.value(feature, from + row);
      }
    }
    return new Table(columns.names(), times, values);
  }

  /** {@return the number of rows} */
  public int rows() {
    return times.length;
  }

  /** {@return the number of features} */
  public int width() {
    return names.size();
  }

  /**
   * {@return some rows, one after the other}
   *
   * @param rows indices of rows, from 0
   */
  public float[] gather(int[] rows) {
    int width = width();
    float[] gathered = new float[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(values, rows[i] * width, gathered, i * width, width);
    }
    return gathered;
  }
}
