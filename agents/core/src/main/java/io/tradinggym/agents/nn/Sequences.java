package io.tradinggym.agents.nn;

import java.util.Arrays;

/**
 * How the rows of a pass hang together in a network that remembers: several sequences side by side, time by time,
 *
 * <pre>
 *   row = step x count + sequence
 * </pre>
 *
 * <p>and what each remembers of the steps before the first. Belongs to a {@link Workspace}; to be told before each
 * forward pass, and still true when backward follows. The arrays are the caller's.
 */
public final class Sequences {
  private int count;
  private boolean[] starts = {};
  private int startsAt;
  private float[] states = {};
  private int statesAt;
  private int stride;
  private boolean advance;

  Sequences() {}

  /**
   * Tells what the next pass is about.
   *
   * @param count sequences, &gt;= 1; the rows of the pass are a multiple of it
   * @param starts by row from {@code startsAt}: true where an episode begins, so that nothing is remembered there
   * @param startsAt index of the first
   * @param states what each sequence remembers, {@link Network#stateSize} floats from {@code statesAt + i stride}
   * @param statesAt index of the first float
   * @param stride floats from one sequence to the next
   * @param advance whether the pass replaces the states by those after its last step
   */
  public void set(
      int count,
      boolean[] starts,
      int startsAt,
      float[] states,
      int statesAt,
      int stride,
      boolean advance) {
    this.count = count;
    this.starts = starts;
    this.startsAt = startsAt;
    this.states = states;
    this.statesAt = statesAt;
    this.stride = stride;
    this.advance = advance;
  }

  void check(int rows) {
    if (count < 1 || rows % count != 0) {
      throw new IllegalArgumentException(
          "a network that remembers needs to know its sequences: " + rows + " rows in " + count);
    }
  }

  /** {@return how many sequences lie side by side in the pass} */
  public int count() {
    return count;
  }

  /**
   * {@return whether an episode begins at a row}
   *
   * @param row row of the pass, from 0
   */
  public boolean starts(int row) {
    return starts[startsAt + row];
  }

  /**
   * Writes what the sequences remember when a step begins, one row after the other, from {@code to[at]}.
   *
   * @param row of the step's first sequence, a multiple of {@link #count()}
   * @param part index in a state of the first value
   * @param width values that are remembered, &gt;= 1
   * @param before values after the step before, from {@code beforeAt}, row by row
   * @param beforeAt index of the first sequence's values in {@code before}
   * @param to receives {@link #count()} x width values
   * @param at index of the first of them
   */
  public void recall(
      int row, int part, int width, float[] before, int beforeAt, float[] to, int at) {
    for (int i = 0; i < count; i++) {
      int target = at + i * width;
      if (starts(row + i)) {
        Arrays.fill(to, target, target + width, 0f);
      } else if (row == 0) {
        System.arraycopy(states, statesAt + i * stride + part, to, target, width);
      } else {
        System.arraycopy(before, beforeAt + i * width, to, target, width);
      }
    }
  }

  /**
   * Keeps what the sequences remember after the last step, unless the caller wants to keep the old.
   *
   * @param part index in a state of the first value
   * @param width values that are remembered, &gt;= 1
   * @param last values after the last step, {@link #count()} x width, sequence by sequence
   * @param lastAt index of the first of them
   */
  public void keep(int part, int width, float[] last, int lastAt) {
    if (advance) {
      for (int i = 0; i < count; i++) {
        System.arraycopy(last, lastAt + i * width, states, statesAt + i * stride + part, width);
      }
    }
  }

  /**
   * Sets to zero what must not flow back over the beginning of an episode.
   *
   * @param row of the step's first sequence, a multiple of {@link #count()}
   * @param width values that are remembered, &gt;= 1
   * @param gradient by sequence, {@link #count()} x width values, changed in place
   * @param at index of the first of them
   */
  public void cut(int row, int width, float[] gradient, int at) {
    for (int i = 0; i < count; i++) {
      if (starts(row + i)) {
        Arrays.fill(gradient, at + i * width, at + (i + 1) * width, 0f);
      }
    }
  }
}
