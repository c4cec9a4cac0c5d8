package io.tradinggym.api.wrapper;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.LaneWrapper;
import io.tradinggym.api.space.Box;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;

/**
 * Appends the time to the observation, so that a task with a step limit is Markov again: the share of the limit that
 * has passed, 0 at the start and 1 in the last observation; without a limit, the number of steps.
 *
 * @see <a href="https://arxiv.org/abs/1712.00378">Pardo et al. (2018), Time limits in reinforcement learning</a>
 */
public final class TimeAwareObservation extends ObservationWrapper {
  private final int length;
  private final double scale;
  private int steps;

  /**
   * Wraps a law whose observation space is a Box; a {@link TimeLimit} goes inside.
   *
   * @param inner whose observation space is a Box
   * @throws IllegalArgumentException if it is another
   */
  public TimeAwareObservation(EnvironmentLogic inner) {
    super(inner, spec(inner.spec()));
    length = inner.spec().observation().size();
    scale = Math.max(1, inner.spec().maxSteps());
  }

  /** {@return a wrapper that appends the time} */
  public static LaneWrapper timed() {
    return TimeAwareObservation::new;
  }

  private static EnvironmentSpec spec(EnvironmentSpec inner) {
    Box box = Settings.box(inner.observation(), "TimeAwareObservation", "observation").flat();
    int size = box.size();
    float[] low = new float[size + 1];
    float[] high = new float[size + 1];
    for (int i = 0; i < size; i++) {
      low[i] = box.low(i);
      high[i] = box.high(i);
    }
    high[size] = inner.maxSteps() == 0 ? Float.POSITIVE_INFINITY : 1;
    return Settings.with(inner, "TimeAwareObservation", Map.of())
        .observation(Box.of(low, high))
        .build();
  }

  @Override
  protected void observe(float[] observation, boolean first, Frame out) {
    steps = first ? 0 : steps + 1;
    out.observe(0, observation, 0, length);
    out.observe(length, steps / scale);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    super.save(out);
    out.writeInt(steps);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    super.restore(in);
    steps = in.readInt();
  }
}
