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
 * Shows the last {@code size} observations, oldest first, in a Box of one more dimension in front. An episode begins
 * with its first observation repeated.
 */
public final class FrameStack extends ObservationWrapper {
  private final int length;
  private final float[] stack;

  /**
   * Wraps a law whose observation space is a Box; {@code size} >= 1.
   *
   * @param inner whose observation space is a Box
   * @param size observations in a stack, &gt;= 1
   * @throws IllegalArgumentException if it is less, or the space is another
   */
  public FrameStack(EnvironmentLogic inner, int size) {
    super(inner, spec(inner.spec(), size));
    length = inner.spec().observation().size();
    stack = new float[size * length];
  }

  /**
   * {@return a wrapper that shows stacks of so many observations}
   *
   * @param size observations in a stack, &gt;= 1
   */
  public static LaneWrapper of(int size) {
    requirePositive(size);
    return inner -> new FrameStack(inner, size);
  }

  private static void requirePositive(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("size must be >= 1, was " + size);
    }
  }

  private static EnvironmentSpec spec(EnvironmentSpec inner, int size) {
    requirePositive(size);
    Box box = Settings.box(inner.observation(), "FrameStack", "observation");
    float[] low = new float[size * box.size()];
    float[] high = new float[low.length];
    for (int i = 0; i < low.length; i++) {
      low[i] = box.low(i % box.size());
      high[i] = box.high(i % box.size());
    }
    int[] shape = new int[box.shape().length + 1];
    shape[0] = size;
    System.arraycopy(box.shape(), 0, shape, 1, shape.length - 1);
    return Settings.with(inner, "FrameStack", Map.of("size", String.valueOf(size)))
        .observation(Box.of(low, high, shape))
        .build();
  }

  @Override
  protected void observe(float[] observation, boolean first, Frame out) {
    if (first) {
      for (int at = 0; at < stack.length; at += length) {
        System.arraycopy(observation, 0, stack, at, length);
      }
    } else {
      System.arraycopy(stack, length, stack, 0, stack.length - length);
      System.arraycopy(observation, 0, stack, stack.length - length, length);
    }
    out.observe(0, stack, 0, stack.length);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    super.save(out);
    for (float value : stack) {
      out.writeFloat(value);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    super.restore(in);
    for (int i = 0; i < stack.length; i++) {
      stack[i] = in.readFloat();
    }
  }
}
