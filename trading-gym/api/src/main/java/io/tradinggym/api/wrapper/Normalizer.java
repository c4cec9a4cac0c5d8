package io.tradinggym.api.wrapper;

import io.tradinggym.api.Batch;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.Snapshots;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Scales observations to mean 0 and variance 1 over all that was seen, {@code clip((x - mean) / sqrt(variance + 1e-8),
 * -clip, clip)}: the one rule behind {@link NormalizeObservation} and the learners' own normalisation.
 *
 * <p>Every observation of every lane counts once, the last ones of SAME_STEP too, in the order of lanes, so that the
 * bits do not depend on threads. An observation that holds NaN or an infinity counts for nothing, and such values pass
 * unscaled: whoever looks for them finds them in the lane they came from.
 */
public final class Normalizer implements Resumable {
  /** Standard deviations at which scaled observations are customarily clipped. */
  public static final double CLIP = 10;

  /** The bits of a float but its sign: as whole numbers they stand in the order of magnitude, NaN last. */
  private static final int MAGNITUDE = Integer.MAX_VALUE;

  private static final int INFINITE = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

  private final int size;
  private final boolean[] scaled;
  private final boolean allScaled;
  private final double clip;
  private final RunningMoments moments;

  /**
   * Observations of so many numbers, clipped at {@link #CLIP}; nothing seen yet, so they pass almost unchanged.
   *
   * @param size numbers of an observation, &gt;= 1
   */
  public Normalizer(int size) {
    this(size, CLIP);
  }

  /**
   * The same, clipped at so many standard deviations, &gt; 0.
   *
   * @param size numbers of an observation, &gt;= 1
   * @param clip in standard deviations, &gt; 0
   * @throws IllegalArgumentException if it is not
   */
  public Normalizer(int size, double clip) {
    this(all(size), clip);
  }

  /**
   * The same, with entries that are not scaled: choices among the numbers.
   *
   * @param scaled one an entry, true where it is scaled; copied
   * @param clip in standard deviations, &gt; 0
   * @throws IllegalArgumentException if it is not
   */
  public Normalizer(boolean[] scaled, double clip) {
    if (!(clip > 0)) {
      throw new IllegalArgumentException("clip must be > 0, was " + clip);
    }
    this.scaled = scaled.clone();
    allScaled = Arrays.equals(scaled, all(scaled.length));
    this.size = scaled.length;
    this.clip = clip;
    moments = new RunningMoments(size);
  }

  private static boolean[] all(int size) {
    boolean[] marks = new boolean[size];
    Arrays.fill(marks, true);
    return marks;
  }

  /** {@return a copy that no longer changes with this one} */
  public Normalizer copy() {
    Normalizer copy = new Normalizer(scaled, clip);
    Snapshots.copy(moments, copy.moments);
    return copy;
  }

  /** {@return the mean and variance of each number so far} */
  public RunningMoments moments() {
    return moments;
  }

  /**
   * Takes into account what a reset or step showed.
   *
   * @param batch of observations of as many numbers; only read
   * @param only true for lanes that were reset, one entry a lane; null for all
   */
  public void update(Batch batch, boolean @Nullable [] only) {
    for (int lane = 0; lane < batch.lanes; lane++) {
      if (only == null || only[lane]) {
        if (batch.ends[lane] != 0 && batch.finalObservations.length > 0) {
          add(batch.finalObservations, lane * size);
        }
        add(batch.observations, lane * size);
      }
    }
    moments.merge();
  }

  private void add(float[] observations, int at) {
    if (isFinite(observations, at)) {
      moments.add(observations, at);
    }
  }

  private boolean isFinite(float[] observations, int at) {
    int largest = 0;
    for (int i = 0; i < size; i++) {
      largest = Math.max(largest, Float.floatToRawIntBits(observations[at + i]) & MAGNITUDE);
    }
    return largest < INFINITE;
  }

  /**
   * Writes rows of observations scaled; may be the same array.
   *
   * @param observations rows one after the other, as the environment gave them
   * @param from index of the first row's first float
   * @param rows number of rows
   * @param out where the scaled rows are written
   * @param at index of the first float written
   */
  public void apply(float[] observations, int from, int rows, float[] out, int at) {
    for (int row = 0; row < rows; row++) {
      int x = from + row * size;
      int y = at + row * size;
      if (allScaled && isFinite(observations, x)) {
        apply(observations, x, out, y);
      } else {
        for (int i = 0; i < size; i++) {
          out[y + i] = scaled(i, observations[x + i]);
        }
      }
    }
  }

  /** A finite row without choices; numbers to clip are rare. */
  private void apply(float[] observations, int x, float[] out, int y) {
    double[] means = moments.means();
    double[] scales = moments.scales();
    for (int i = 0; i < size; i++) {
      double z = (observations[x + i] - means[i]) * scales[i];
      out[y + i] = (float) (z > clip ? clip : z < -clip ? -clip : z);
    }
  }

  /**
   * {@return whether the {@code i}-th entry is a number that is scaled}
   *
   * @param i index in an observation, from 0
   */
  public boolean scales(int i) {
    return scaled[i];
  }

  /**
   * {@return the {@code i}-th entry of an observation, scaled}
   *
   * @param i index in an observation, from 0
   * @param x the entry as the environment gave it
   */
  public float scaled(int i, float x) {
    return scaled[i] && Float.isFinite(x)
        ? (float) Math.clamp((x - moments.mean(i)) * moments.scales()[i], -clip, clip)
        : x;
  }

  /**
   * Multiplies gradients of rows by the derivatives of {@link #apply} there: 0 where it clips.
   *
   * @param observations rows one after the other, as the environment gave them, from index 0
   * @param rows number of rows
   * @param gradient of the loss with respect to scaled observations, rows one after the other; changed in place to that
   *     with respect to unscaled ones
   */
  public void chain(float[] observations, int rows, float[] gradient) {
    for (int i = 0; i < size; i++) {
      double mean = moments.mean(i);
      double scale = moments.scales()[i];
      for (int row = 0; scaled[i] && row < rows; row++) {
        double z = (observations[row * size + i] - mean) * scale;
        gradient[row * size + i] *= Math.abs(z) < clip ? (float) scale : 0;
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
