package io.tradinggym.signals.sequence;

import io.tradinggym.signals.model.Table;

/** Rows of a table as windows, standardised by the training rows; what is missing is 0, the mean. */
final class Windows {
  private final int window;
  private final double[] mean;
  private final double[] deviation;

  private Windows(int window, double[] mean, double[] deviation) {
    this.window = window;
    this.mean = mean;
    this.deviation = deviation;
  }

  /** Learns mean and deviation of each column from the rows. */
  static Windows fit(Table table, int[] rows, int window) {
    int width = table.width();
    double[] mean = new double[width];
    double[] deviation = new double[width];
    for (int column = 0; column < width; column++) {
      double count = 0;
      double squares = 0;
      for (int row : rows) {
        double value = table.values()[row * width + column];
        if (!Double.isNaN(value)) {
          count++;
          double distance = value - mean[column];
          mean[column] += distance / count;
          squares += distance * (value - mean[column]);
        }
      }
      deviation[column] = squares > 0 ? Math.sqrt(squares / count) : 1;
    }
    return new Windows(window, mean, deviation);
  }

  /** Writes the windows that end at some rows, step by step: {@code x[(step x count + i) x width + column]}. */
  void write(Table table, int[] rows, int from, int count, float[] x) {
    int width = table.width();
    for (int step = 0; step < window; step++) {
      for (int i = 0; i < count; i++) {
        int row = rows[from + i] - window + 1 + step;
        for (int column = 0; column < width; column++) {
          float value = row < 0 ? Float.NaN : table.values()[row * width + column];
          x[(step * count + i) * width + column] =
              Float.isNaN(value) ? 0 : (float) ((value - mean[column]) / deviation[column]);
        }
      }
    }
  }
}
