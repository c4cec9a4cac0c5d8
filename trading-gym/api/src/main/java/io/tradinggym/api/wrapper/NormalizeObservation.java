package io.tradinggym.api.wrapper;

import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Options;
import io.tradinggym.api.Snapshots;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.VectorWrapper;
import io.tradinggym.api.space.Box;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings every number of the observation to mean 0 and variance 1 over all that was seen in all lanes:
 * clip((x - mean) / sqrt(variance + 1e-8), -clip, clip).
 *
 * <p>The statistics are updated before they are used, in the order of lanes, so they do not depend on the thread count;
 * every observation counts once, the last ones of SAME_STEP too. For evaluation: save {@link #statistics}, restore them
 * there, and {@link #freeze}.
 */
public final class NormalizeObservation extends VectorDecorator {
  private static final double EPSILON = 1e-8;

  private final double clip;
  private final RunningMoments moments;
  private final double[] scale;
  private final Batch raw;
  private final int size;
  private boolean frozen;

  /** Wraps an environment whose observation space is a Box; {@code clip} > 0, in standard deviations. */
  public NormalizeObservation(VectorEnvironment inner, double clip) {
    super(inner, spec(inner.spec(), clip));
    this.clip = clip;
    size = inner.spec().observation().size();
    moments = new RunningMoments(size);
    scale = new double[size];
    raw = inner.newBatch();
  }

  /** Observations clipped at 10 standard deviations. */
  public static VectorWrapper running() {
    return clippedAt(10);
  }

  /** Observations clipped at so many standard deviations, > 0. */
  public static VectorWrapper clippedAt(double clip) {
    requirePositive(clip);
    return inner -> new NormalizeObservation(inner, clip);
  }

  private static void requirePositive(double clip) {
    if (!(clip > 0)) {
      throw new IllegalArgumentException("clip must be > 0, was " + clip);
    }
  }

  private static EnvironmentSpec spec(EnvironmentSpec inner, double clip) {
    requirePositive(clip);
    int[] shape = Settings.box(inner.observation(), "NormalizeObservation", "observation").shape();
    return Settings.with(inner, "NormalizeObservation", Map.of("clip", String.valueOf(clip)))
        .observation(Box.of(-clip, clip, shape))
        .build();
  }

  /** Mean and variance of each number so far; they can be saved and restored on their own. */
  public RunningMoments statistics() {
    return moments;
  }

  /** From now on the statistics stay as they are. */
  public void freeze() {
    frozen = true;
  }

  /** From now on the statistics are updated again. */
  public void unfreeze() {
    frozen = false;
  }

  @Override
  public void reset(long seed, Options options, Batch out) {
    inner.reset(seed, options, raw);
    learn(null);
    write(out);
  }

  @Override
  public void reset(boolean[] lanes, Batch out) {
    inner.reset(lanes, raw);
    learn(lanes);
    write(out);
  }

  @Override
  public void step(float[] actions, Batch out) {
    inner.step(actions, raw);
    learn(null);
    write(out);
  }

  private void learn(boolean @Nullable [] only) {
    if (frozen) {
      return;
    }
    boolean finals = autoReset() == AutoReset.SAME_STEP;
    for (int lane = 0; lane < lanes(); lane++) {
      if (only == null || only[lane]) {
        if (finals && raw.ends[lane] != 0) {
          moments.add(raw.finalObservations, lane * size);
        }
        moments.add(raw.observations, lane * size);
      }
    }
    moments.merge();
  }

  private void write(Batch out) {
    out.copyFrom(raw);
    for (int i = 0; i < size; i++) {
      scale[i] = 1 / Math.sqrt(moments.variance(i) + EPSILON);
    }
    normalize(out.observations);
    normalize(out.finalObservations);
  }

  private void normalize(float[] values) {
    for (int at = 0; at < values.length; at += size) {
      for (int i = 0; i < size; i++) {
        values[at + i] =
            (float) Math.clamp((values[at + i] - moments.mean(i)) * scale[i], -clip, clip);
      }
    }
  }

  @Override
  public VectorEnvironment fork() {
    NormalizeObservation copy = new NormalizeObservation(inner.fork(), clip);
    Snapshots.copy(moments, copy.moments);
    copy.raw.copyFrom(raw);
    copy.frozen = frozen;
    return copy;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    super.save(out);
    moments.save(out);
    raw.save(out);
    out.writeBoolean(frozen);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    super.restore(in);
    moments.restore(in);
    raw.restore(in);
    frozen = in.readBoolean();
  }
}
