package io.tradinggym.signals.sequence;

import io.tradinggym.signals.model.Table;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Rows of a table as windows, standardised by the training rows; what is missing is 0, the mean. */
public final class Windows {
  private final int window;
  private final double[] mean;
  private final double[] deviation;

  private Windows(int window, double[] mean, double[] deviation) {
    this.window = window;
    this.mean = mean;
    this.deviation = deviation;
  }

  /**
   * Learns mean and deviation of each column from the rows.
   *
   * @param table features by row
   * @param rows indices of the rows to learn from
   * @param window rows in a window, >= 1
   * @return the scales
   */
  public static Windows fit(Table table, int[] rows, int window) {
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

  /** {@return the number of columns} */
  public int width() {
    return mean.length;
  }

  /**
   * Writes means and deviations.
   *
   * @param out where it is written
   * @throws IOException if it cannot be written
   */
  public void save(DataOutput out) throws IOException {
    out.writeInt(mean.length);
    for (int column = 0; column < mean.length; column++) {
      out.writeDouble(mean[column]);
      out.writeDouble(deviation[column]);
    }
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @param window rows in a window, &gt;= 1
   * @param in where {@link #save} began
   * @return the scales
   * @throws IOException if that is no such thing
   */
  public static Windows load(int window, DataInput in) throws IOException {
    int width = in.readInt();
    if (width < 1 || width > 100_000) {
      throw new IOException("not windows of rows: they have " + width + " columns");
    }
    double[] mean = new double[width];
    double[] deviation = new double[width];
    for (int column = 0; column < width; column++) {
      mean[column] = in.readDouble();
      deviation[column] = in.readDouble();
    }
    return new Windows(window, mean, deviation);
  }

  /**
   * Writes the windows that end at some rows, step by step: {@code x[(step x count + i) x width + column]}.
   *
   * @param table features by row
   * @param rows where windows end
   * @param from index of the first in {@code rows}
   * @param count windows, >= 0
   * @param x receives window x count x width floats
   */
  public void write(Table table, int[] rows, int from, int count, float[] x) {
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
