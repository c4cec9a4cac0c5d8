package io.tradinggym.api.wrapper;

import io.tradinggym.api.Resumable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Running mean and variance of several numbers, fed a batch at a time in a fixed order.
 *
 * @see <a href="https://doi.org/10.1080/00031305.1983.10483115">Chan, Golub and LeVeque (1983), updating formulae</a>
 */
public final class RunningMoments implements Resumable {
  private static final double EPSILON = 1e-8;

  private final double[] mean;
  private final double[] squares; // sum of squared distances from the mean
  private final double[] scales; // of the moments, so that nobody takes roots row by row
  private long count;

  // Scratch of a batch.
  private final double[] batchMean;
  private final double[] batchSquares;
  private long batchCount;

  /**
   * Moments of so many numbers, nothing seen yet.
   *
   * @param size how many numbers an observation has, &gt;= 1
   */
  public RunningMoments(int size) {
    mean = new double[size];
    squares = new double[size];
    scales = new double[size];
    measure();
    batchMean = new double[size];
    batchSquares = new double[size];
  }

  /**
   * Adds the numbers at {@code from ..} of an array to the present batch (Welford 1962).
   *
   * @param values holds the numbers of one observation
   * @param from index of the first of them
   */
  public void add(float[] values, int from) {
    batchCount++;
    for (int i = 0; i < mean.length; i++) {
      add(i, values[from + i]);
    }
  }

  /**
   * Adds one number where there is only one.
   *
   * @param value the one number of an observation
   */
  public void add(double value) {
    batchCount++;
    add(0, value);
  }

  private void add(int i, double value) {
    double delta = value - batchMean[i];
    batchMean[i] += delta / batchCount;
    batchSquares[i] += delta * (value - batchMean[i]);
  }

  /** Merges the present batch into the moments. */
  public void merge() {
    if (batchCount == 0) {
      return;
    }
    long total = count + batchCount;
    for (int i = 0; i < mean.length; i++) {
      double delta = batchMean[i] - mean[i];
      mean[i] += delta * batchCount / total;
      squares[i] += batchSquares[i] + delta * delta * ((double) count * batchCount / total);
      batchMean[i] = 0;
      batchSquares[i] = 0;
    }
    count = total;
    batchCount = 0;
    measure();
  }

  private void measure() {
    for (int i = 0; i < scales.length; i++) {
      scales[i] = 1 / Math.sqrt(variance(i) + EPSILON);
    }
  }

  /** {@return how many numbers they are of} */
  public int size() {
    return mean.length;
  }

  /** {@return how many observations of each number went in} */
  public long count() {
    return count;
  }

  /**
   * {@return the mean of the {@code i}-th number, 0 before the first}
   *
   * @param i from 0, below {@link #size}
   */
  public double mean(int i) {
    return mean[i];
  }

  /**
   * {@return the variance of the {@code i}-th number over all that went in (divided by the count), 1 before the second}
   *
   * @param i from 0, below {@link #size}
   */
  public double variance(int i) {
    return count < 2 ? 1 : squares[i] / count;
  }

  /** The means, not to be written to. */
  double[] means() {
    return mean;
  }

  /** {@code 1 / sqrt(variance + 1e-8)} of each number, not to be written to. */
  double[] scales() {
    return scales;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(mean.length);
    out.writeLong(count);
    for (int i = 0; i < mean.length; i++) {
      out.writeDouble(mean[i]);
      out.writeDouble(squares[i]);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    int size = in.readInt();
    if (size != mean.length) {
      throw new IllegalArgumentException(
          "these are moments of " + size + " numbers, not of " + mean.length);
    }
    count = in.readLong();
    for (int i = 0; i < mean.length; i++) {
      mean[i] = in.readDouble();
      squares[i] = in.readDouble();
    }
    measure();
  }
}
