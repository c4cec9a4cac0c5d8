package io.tradinggym.market.feature;

/**
 * An exponential average that starts as the mean of its first n numbers: {@code a += w (x - a)} with w = 2 / (n + 1),
 * or 1 / n as Wilder has it.
 */
final class Smoothed {
  private final int size;
  private final double weight;
  private int count;
  private double average;

  private Smoothed(int size, double weight) {
    this.size = size;
    this.weight = weight;
  }

  static Smoothed exponential(int size) {
    return new Smoothed(size, 2.0 / (size + 1));
  }

  static Smoothed wilder(int size) {
    return new Smoothed(size, 1.0 / size);
  }

  void reset() {
    count = 0;
    average = 0;
  }

  void add(double value) {
    if (count < size) {
      count++;
      average += (value - average) / count;
    } else {
      average += weight * (value - average);
    }
  }

  /** Whether the n numbers of the start are complete. */
  boolean full() {
    return count == size;
  }

  double average() {
    return average;
  }
}
