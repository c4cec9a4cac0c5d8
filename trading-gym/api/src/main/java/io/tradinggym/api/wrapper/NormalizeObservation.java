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
 * Brings every number of the observation to mean 0 and variance 1 over all that was seen in all lanes, by a {@link
 * Normalizer}. The statistics are updated before they are used. What was trained inside this wrapper needs them as they
 * were: policies carry them as {@link WrapperStatistics}.
 */
public final class NormalizeObservation extends VectorDecorator implements StatisticalWrapper {
  private final double clip;
  private final Normalizer normalizer;
  private final Batch raw;
  private final int size;
  private Batch last;
  private boolean frozen;

  /**
   * Wraps an environment whose observation space is a Box; {@code clip} > 0, in standard deviations.
   *
   * @param inner whose observation space is a Box
   * @param clip in standard deviations, &gt; 0
   * @throws IllegalArgumentException if it is not, or the space is another
   */
  public NormalizeObservation(VectorEnvironment inner, double clip) {
    super(inner, spec(inner.spec(), clip));
    this.clip = clip;
    size = inner.spec().observation().size();
    normalizer = new Normalizer(size, clip);
    raw = inner.newBatch();
    last = inner.newBatch();
  }

  /** {@return a wrapper that normalises observations and clips them at 10 standard deviations} */
  public static VectorWrapper running() {
    return clippedAt(Normalizer.CLIP);
  }

  /**
   * {@return a wrapper that normalises observations and clips them at so many standard deviations}
   *
   * @param clip in standard deviations, &gt; 0
   */
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
  @Override
  public RunningMoments statistics() {
    return normalizer.moments();
  }

  @Override
  public void freeze() {
    frozen = true;
  }

  @Override
  public void unfreeze() {
    frozen = false;
  }

  @Override
  public void reset(long seed, Options options, Batch out) {
    inner.reset(seed, options, raw);
    learn(null);
    writeAll(out);
  }

  /** The other lanes keep what was last written of them, by whatever is further out too. */
  @Override
  public void reset(boolean[] lanes, Batch out) {
    inner.reset(lanes, raw);
    learn(lanes);
    if (out != last) {
      out.copyFrom(last);
      last = out;
    }
    for (int lane = 0; lane < lanes.length; lane++) {
      if (lanes[lane]) {
        out.copyLane(raw, lane);
        normalizer.apply(raw.observations, lane * size, 1, out.observations, lane * size);
      }
    }
  }

  @Override
  public void step(float[] actions, Batch out) {
    inner.step(actions, raw);
    learn(null);
    writeAll(out);
  }

  private void learn(boolean @Nullable [] only) {
    if (!frozen) {
      normalizer.update(raw, only);
    }
  }

  private void writeAll(Batch out) {
    last = out;
    out.copyFrom(raw);
    normalizer.apply(raw.observations, 0, lanes(), out.observations, 0);
    if (autoReset() == AutoReset.SAME_STEP) {
      normalizer.apply(raw.finalObservations, 0, lanes(), out.finalObservations, 0);
    }
  }

  @Override
  public VectorEnvironment fork() {
    NormalizeObservation copy = new NormalizeObservation(inner.fork(), clip);
    Snapshots.copy(normalizer, copy.normalizer);
    copy.raw.copyFrom(raw);
    copy.last.copyFrom(last);
    copy.frozen = frozen;
    return copy;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    super.save(out);
    normalizer.save(out);
    raw.save(out);
    last.save(out);
    out.writeBoolean(frozen);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    super.restore(in);
    normalizer.restore(in);
    raw.restore(in);
    last.restore(in);
    frozen = in.readBoolean();
  }
}
