package io.tradinggym.agents.policy;

import io.tradinggym.api.Resumable;
import io.tradinggym.api.Snapshots;
import io.tradinggym.api.wrapper.RunningMoments;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Scales observations to zero mean and unit variance over all that was seen, clipped at 10. Part of a policy, so that
 * whoever calls it need not know how it was trained. Updated in the order of lanes: the bits do not depend on threads.
 */
public final class Normalizer implements Resumable {
  private static final float CLIP = 10;
  private static final double EPSILON = 1e-8;

  private final int size;
  private final RunningMoments moments;

  /** Knows nothing yet: observations pass almost unchanged. */
  public Normalizer(int size) {
    this.size = size;
    moments = new RunningMoments(size);
  }

  /** A copy that no longer changes with this one. */
  public Normalizer copy() {
    Normalizer copy = new Normalizer(size);
    Snapshots.copy(moments, copy.moments);
    return copy;
  }

  /** Takes rows of observations into account. */
  public void update(float[] observations, int rows) {
    for (int row = 0; row < rows; row++) {
      moments.add(observations, row * size);
    }
    moments.merge();
  }

  /** Writes rows of observations scaled. */
  public void apply(float[] observations, int from, int rows, float[] out, int at) {
    for (int i = 0; i < size; i++) {
      double mean = moments.mean(i);
      double scale = 1 / Math.sqrt(moments.variance(i) + EPSILON);
      for (int row = 0; row < rows; row++) {
        double z = (observations[from + row * size + i] - mean) * scale;
        out[at + row * size + i] = Math.clamp((float) z, -CLIP, CLIP);
      }
    }
  }

  /** Multiplies gradients of rows by the derivatives of {@link #apply} there: 0 where it clips. */
  void chain(float[] observations, int rows, float[] gradient) {
    for (int i = 0; i < size; i++) {
      double mean = moments.mean(i);
      double scale = 1 / Math.sqrt(moments.variance(i) + EPSILON);
      for (int row = 0; row < rows; row++) {
        double z = (observations[row * size + i] - mean) * scale;
        gradient[row * size + i] *= Math.abs(z) < CLIP ? (float) scale : 0;
      }
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    moments.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    moments.restore(in);
  }
}
