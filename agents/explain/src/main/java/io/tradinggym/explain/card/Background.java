package io.tradinggym.explain.card;

import java.util.Arrays;

/**
 * Observations that a policy was trained on, or a sample of them: what is usual. Its means are the baseline that
 * attribution starts from, its ranks make values readable, its bounds say how far an input may be moved.
 */
public final class Background {
  private final int inputs;
  private final float[][] columns;
  private final float[] means;
  private final float[] deviations;

  /**
   * A background.
   *
   * @param rows observations, one after the other; at least two rows of {@code inputs} numbers
   * @param inputs numbers of an observation, &gt;= 1
   */
  public Background(float[] rows, int inputs) {
    if (rows.length < 2 * inputs || rows.length % inputs != 0) {
      throw new IllegalArgumentException(
          "a background needs at least two whole observations of " + inputs + " numbers");
    }
    this.inputs = inputs;
    int count = rows.length / inputs;
    columns = new float[inputs][count];
    means = new float[inputs];
    deviations = new float[inputs];
    for (int i = 0; i < inputs; i++) {
      double sum = 0;
      for (int row = 0; row < count; row++) {
        columns[i][row] = rows[row * inputs + i];
        sum += columns[i][row];
      }
      double mean = sum / count;
      double square = 0;
      for (float value : columns[i]) {
        square += (value - mean) * (value - mean);
      }
      means[i] = (float) mean;
      deviations[i] = (float) Math.sqrt(square / count);
      Arrays.sort(columns[i]);
    }
  }

  /** {@return how many numbers an observation has} */
  public int inputs() {
    return inputs;
  }

  /** {@return the mean of each input} */
  public float[] means() {
    return means.clone();
  }

  /** {@return the standard deviation of each input} */
  public float[] deviations() {
    return deviations.clone();
  }

  /** {@return the smallest value of each input} */
  public float[] lows() {
    float[] lows = new float[inputs];
    for (int i = 0; i < inputs; i++) {
      lows[i] = columns[i][0];
    }
    return lows;
  }

  /** {@return the largest value of each input} */
  public float[] highs() {
    float[] highs = new float[inputs];
    for (int i = 0; i < inputs; i++) {
      highs[i] = columns[i][columns[i].length - 1];
    }
    return highs;
  }

  /**
   * {@return the part of the background that a value of an input exceeds, equal ones counted half; 0 to 1}
   *
   * @param input index of the input, from 0
   * @param value a value of this input
   */
  public double percentile(int input, float value) {
    float[] column = columns[input];
    int below = first(column, value, false);
    int upTo = first(column, value, true);
    return (below + upTo) / 2.0 / column.length;
  }

  /** Number of values below a value, or at most it. */
  private static int first(float[] sorted, float value, boolean orEqual) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value || (orEqual && sorted[middle] == value)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
