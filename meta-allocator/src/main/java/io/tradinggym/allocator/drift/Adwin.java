package io.tradinggym.allocator.drift;

import io.tradinggym.api.Resumable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A window that grows while nothing changes and drops its old part when the means of two parts differ by more than
 *
 * <pre>
 *   sqrt(2/m var ln(2/d')) + 2/(3m) ln(2/d'),      1/m = 1/n0 + 1/n1,   d' = delta / ln n
 * </pre>
 *
 * <p>The window is kept in buckets of 1, 2, 4, ... numbers, five of each size, so memory and work grow with its
 * logarithm; cuts are looked for between buckets. Very careful: one false alarm in a million bars. Where a change comes
 * after 250 bars, it takes 180, 33 and 10 bars to notice .5, 1 and 2 standard deviations; after only 100 bars half of
 * the changes by .5 are never noticed, for the old part soon weighs nothing.
 *
 * @see <a href="https://doi.org/10.1137/1.9781611972771.42">Bifet and Gavalda (2007)</a>
 */
public final class Adwin implements Resumable {
  private static final int BUCKETS = 5;
  private static final int ROWS = 48;
  private static final int LEAST_PART = 5;

  private final double delta;
  private final int clock;
  private final double[] sums = new double[ROWS * (BUCKETS + 1)];
  private final double[] spreads = new double[ROWS * (BUCKETS + 1)];
  private final int[] counts = new int[ROWS];
  private int rows = 1;
  private long width;
  private double sum;
  private double spread;
  private long seen;

  /**
   * The detector.
   *
   * @param delta chance of a false cut at a look, in (0, 1); .002 is usual
   * @param clock numbers from one look for a cut to the next, at least 1; 32 is usual
   */
  public Adwin(double delta, int clock) {
    this.delta = Check.chance("delta", delta);
    this.clock = Check.atLeast("clock", clock, 1);
  }

  /**
   * How far the means of two parts must differ.
   *
   * @param n0 numbers in the older part
   * @param n1 numbers in the newer part
   * @param variance of the window
   */
  static double cut(double delta, double n0, double n1, double variance) {
    double logs = StrictMath.log(2 * StrictMath.log(n0 + n1) / delta);
    double reciprocal = 1 / n0 + 1 / n1;
    return StrictMath.sqrt(2 * reciprocal * variance * logs) + 2.0 / 3 * reciprocal * logs;
  }

  /** {@return how many numbers are in the window} */
  public long width() {
    return width;
  }

  /** {@return the mean of the window; 0 when it is empty} */
  public double mean() {
    return width == 0 ? 0 : sum / width;
  }

  /** {@return the variance of the window; 0 when it is empty} */
  public double variance() {
    return width == 0 ? 0 : spread / width;
  }

  /**
   * Takes in the present number.
   *
   * @param x the present number, finite
   * @return whether the window has dropped its old part
   */
  public boolean update(double x) {
    Check.finite("x", x);
    if (width > 0) {
      double gap = x - sum / width;
      spread += gap * gap * width / (width + 1);
    }
    sum += x;
    width++;
    seen++;
    sums[counts[0]] = x;
    spreads[counts[0]] = 0;
    counts[0]++;
    compress();
    boolean drops = false;
    if (seen % clock == 0 && width > 2 * LEAST_PART) {
      while (differs()) {
        dropOldest();
        drops = true;
      }
    }
    return drops;
  }

  /** Merges the two oldest buckets of a row that has one too many into the next row. */
  private void compress() {
    for (int row = 0; counts[row] > BUCKETS; row++) {
      if (row + 1 == ROWS) {
        throw new IllegalStateException("the window is full");
      }
      int from = row * (BUCKETS + 1);
      int to = (row + 1) * (BUCKETS + 1) + counts[row + 1]++;
      double size = size(row);
      double gap = (sums[from] - sums[from + 1]) / size;
      sums[to] = sums[from] + sums[from + 1];
      spreads[to] = spreads[from] + spreads[from + 1] + gap * gap * size / 2;
      shift(row, 2);
      rows = Math.max(rows, row + 2);
    }
  }

  private static double size(int row) {
    return 1L << row;
  }

  private void shift(int row, int by) {
    int from = row * (BUCKETS + 1);
    counts[row] -= by;
    System.arraycopy(sums, from + by, sums, from, counts[row]);
    System.arraycopy(spreads, from + by, spreads, from, counts[row]);
  }

  /** Whether any cut between buckets, from the oldest on, parts two different means. */
  private boolean differs() {
    double variance = variance();
    double n0 = 0;
    double sum0 = 0;
    for (int row = rows - 1; row >= 0; row--) {
      for (int bucket = 0; bucket < counts[row]; bucket++) {
        n0 += size(row);
        sum0 += sums[row * (BUCKETS + 1) + bucket];
        double n1 = width - n0;
        if (n1 < LEAST_PART) {
          return false;
        }
        double gap = Math.abs(sum0 / n0 - (sum - sum0) / n1);
        if (n0 >= LEAST_PART && gap > cut(delta, n0, n1, variance)) {
          return true;
        }
      }
    }
    return false;
  }

  private void dropOldest() {
    while (counts[rows - 1] == 0) {
      rows--;
    }
    int at = (rows - 1) * (BUCKETS + 1);
    double size = size(rows - 1);
    double rest = width - size;
    double gap = sums[at] / size - (sum - sums[at]) / rest;
    spread = Math.max(0, spread - spreads[at] - gap * gap * size * rest / width);
    sum -= sums[at];
    width -= (long) size;
    shift(rows - 1, 1);
    while (rows > 1 && counts[rows - 1] == 0) {
      rows--;
    }
  }

  /** Forgets all numbers. */
  public void reset() {
    Arrays.fill(counts, 0);
    rows = 1;
    width = 0;
    sum = 0;
    spread = 0;
    seen = 0;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(rows);
    out.writeLong(width);
    out.writeDouble(sum);
    out.writeDouble(spread);
    out.writeLong(seen);
    for (int row = 0; row < rows; row++) {
      out.writeInt(counts[row]);
      for (int bucket = 0; bucket < counts[row]; bucket++) {
        out.writeDouble(sums[row * (BUCKETS + 1) + bucket]);
        out.writeDouble(spreads[row * (BUCKETS + 1) + bucket]);
      }
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    reset();
    rows = in.readInt();
    width = in.readLong();
    sum = in.readDouble();
    spread = in.readDouble();
    seen = in.readLong();
    for (int row = 0; row < rows; row++) {
      counts[row] = in.readInt();
      for (int bucket = 0; bucket < counts[row]; bucket++) {
        sums[row * (BUCKETS + 1) + bucket] = in.readDouble();
        spreads[row * (BUCKETS + 1) + bucket] = in.readDouble();
      }
    }
  }
}
