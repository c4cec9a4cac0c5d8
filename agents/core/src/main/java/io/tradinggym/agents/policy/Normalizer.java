package io.tradinggym.agents.policy;

import io.tradinggym.api.Resumable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Running mean and variance of each number of an observation (Chan, Golub and LeVeque 1979), and the scaling to zero mean
 * and unit variance, clipped at 10. Updated in lane order, so the bits do not depend on threads.
 */
public final class Normalizer implements Resumable {
  private static final float CLIP = 10;
  private static final double EPSILON = 1e-8;

  private final double[] mean;
  private final double[] squares;
  private double count;

  /** Knows nothing yet: observations pass almost unchanged. */
  public Normalizer(int size) {
    mean = new double[size];
    squares = new double[size];
  }

  /** A copy that no longer changes with this one. */
  public Normalizer copy() {
    Normalizer copy = new Normalizer(mean.length);
    System.arraycopy(mean, 0, copy.mean, 0, mean.length);
    System.arraycopy(squares, 0, copy.squares, 0, squares.length);
    copy.count = count;
    return copy;
  }

  /** Takes rows of observations into account. */
  public void update(float[] observations, int rows) {
    int size = mean.length;
    for (int row = 0; row < rows; row++) {
      count++;
      for (int i = 0; i < size; i++) {
        double x = observations[row * size + i];
        double delta = x - mean[i];
        mean[i] += delta / count;
        squares[i] += delta * (x - mean[i]);
      }
    }
  }

  /** Writes rows of observations scaled. */
  public void apply(float[] observations, int from, int rows, float[] out, int at) {
    int size = mean.length;
    for (int i = 0; i < size; i++) {
      double variance = count > 1 ? squares[i] / count : 1;
      double scale = 1 / Math.sqrt(variance + EPSILON);
      for (int row = 0; row < rows; row++) {
        double z = (observations[from + row * size + i] - mean[i]) * scale;
        out[at + row * size + i] = Math.clamp((float) z, -CLIP, CLIP);
      }
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(count);
    for (int i = 0; i < mean.length; i++) {
      out.writeDouble(mean[i]);
      out.writeDouble(squares[i]);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    count = in.readDouble();
    for (int i = 0; i < mean.length; i++) {
      mean[i] = in.readDouble();
      squares[i] = in.readDouble();
    }
  }
}
