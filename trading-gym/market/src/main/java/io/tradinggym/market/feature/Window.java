package io.tradinggym.market.feature;

/**
 * The last n numbers and their sum. Once a round the sum is taken afresh, so that rounding errors do not pile up and
 * one huge number leaves no trace.
 */
final class Window {
  private final double[] values;
  private int at;
  private int count;
  private double sum;

  Window(int size) {
    values = new double[size];
  }

  void reset() {
    at = 0;
    count = 0;
    sum = 0;
  }

  void add(double value) {
    boolean full = count == values.length;
    sum += full ? value - values[at] : value;
    values[at] = value;
    count += full ? 0 : 1;
    if (++at == values.length) {
      at = 0;
      sum = 0;
      for (double each : values) {
        sum += each;
      }
    }
  }

  int size() {
    return values.length;
  }

  boolean full() {
    return count == values.length;
  }

  int count() {
    return count;
  }

  double sum() {
    return sum;
  }

  /** Of the numbers there are; at least one. */
  double mean() {
    return sum / count;
  }

  /** The oldest number; the window must be full. */
  double oldest() {
    return values[at];
  }

  double max() {
    double max = values[0];
    for (int i = 1; i < count; i++) {
      max = Math.max(max, values[i]);
    }
    return max;
  }

  double min() {
    double min = values[0];
    for (int i = 1; i < count; i++) {
      min = Math.min(min, values[i]);
    }
    return min;
  }

  /** Mean distance from the mean. */
  double meanDeviation() {
    double mean = mean();
    double total = 0;
    for (int i = 0; i < count; i++) {
      total += Math.abs(values[i] - mean);
    }
    return total / count;
  }

  /** Standard deviation of the population, in two passes, for prices are far from zero; the oldest number first. */
  double deviation() {
    double mean = mean();
    int oldest = full() ? at : 0;
    double squares = 0;
    for (int i = oldest; i < count; i++) {
      squares += square(values[i] - mean);
    }
    for (int i = 0; i < oldest; i++) {
      squares += square(values[i] - mean);
    }
    return Math.sqrt(squares / count);
  }

  private static double square(double distance) {
    return distance * distance;
  }
}
