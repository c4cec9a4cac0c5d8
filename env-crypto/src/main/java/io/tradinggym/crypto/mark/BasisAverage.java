package io.tradinggym.crypto.mark;

import io.tradinggym.api.Resumable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Mean of the last samples of mid less index, one a second; of those there are until the window is full. Allocates
 * nothing.
 */
public final class BasisAverage implements Resumable {
  private final double[] ring;
  private long taken;

  /**
   * An average of nothing yet.
   *
   * @param samples in the window, >= 1: 30 for half a minute
   */
  public BasisAverage(int samples) {
    if (samples < 1) {
      throw new IllegalArgumentException("samples must be >= 1, was " + samples);
    }
    ring = new double[samples];
  }

  /** Forgets all samples. */
  public void reset() {
    taken = 0;
  }

  /**
   * Takes a sample: {@code (bid + ask) / 2 - index}.
   *
   * @param basis mid less index, quote currency
   */
  public void add(double basis) {
    ring[(int) (taken % ring.length)] = basis;
    taken++;
  }

  /** {@return the mean, quote currency, summed anew so that no rounding gathers; 0 before the first sample} */
  public double mean() {
    int held = (int) Math.min(taken, ring.length);
    double sum = 0;
    for (int i = 0; i < held; i++) {
      sum += ring[i];
    }
    return held == 0 ? 0 : sum / held;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(taken);
    for (double sample : ring) {
      out.writeDouble(sample);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    taken = in.readLong();
    for (int i = 0; i < ring.length; i++) {
      ring[i] = in.readDouble();
    }
  }
}
