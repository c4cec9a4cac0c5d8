package io.tradinggym.api.space;

import io.tradinggym.api.random.RandomStream;

/**
 * The choices {@code start .. start+n-1}, held as one float.
 *
 * @param n number of choices, 1 .. 2^24 (a float holds whole numbers exactly up to there)
 * @param start the first choice; {@code |start| + n} is at most 2^24
 */
public record Discrete(int n, int start) implements Space {
  /** Fewer are looked at one by one, each by a branch that is guessed right. */
  private static final int MANY = 8;

  /** A float holds whole numbers exactly up to here. */
  static final int EXACT = 1 << 24;

  /** Checks the range. */
  public Discrete {
    if (n < 1 || n > EXACT) {
      throw new IllegalArgumentException("n must be in 1 .. 2^24, was " + n);
    }
    if (Math.abs((long) start) + n > EXACT) {
      throw new IllegalArgumentException("start + n must stay within 2^24, start was " + start);
    }
  }

  /**
   * {@return the choices 0 .. n-1}
   *
   * @param n number of choices, 1 .. 2^24
   */
  public static Discrete of(int n) {
    return new Discrete(n, 0);
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public int maskSize() {
    return n;
  }

  @Override
  public int flatSize() {
    return n;
  }

  @Override
  public void sample(RandomStream random, boolean[] mask, int maskOffset, float[] out, int offset) {
    out[offset] = start + Masks.pick(random, mask, maskOffset, n);
  }

  @Override
  public boolean contains(float[] element, int offset) {
    return Masks.isChoice(element[offset], start, n);
  }

  @Override
  public boolean accepts(float[] action, int offset) {
    return contains(action, offset);
  }

  /** Looks at all of many without a branch first: nearly always none is wrong. */
  @Override
  public int firstRefused(float[] actions, int from, int count) {
    if (count - from < MANY) {
      return Space.super.firstRefused(actions, from, count);
    }
    int wrong = 0;
    float last = start + n - 1;
    for (int i = from; i < count; i++) {
      float value = actions[i];
      float nearest = Math.min(Math.max((int) value, start), last);
      wrong |= Float.floatToRawIntBits(value - nearest);
    }
    return wrong == 0 ? count : Space.super.firstRefused(actions, from, count);
  }

  @Override
  public boolean leavesChoice(boolean[] mask, int offset) {
    return Masks.any(mask, offset, n);
  }

  @Override
  public boolean allows(boolean[] mask, int maskOffset, float[] element, int offset) {
    return mask[maskOffset + (int) element[offset] - start];
  }

  @Override
  public void flatten(float[] element, int offset, float[] out, int outOffset) {
    Masks.oneHot((int) element[offset] - start, n, out, outOffset);
  }

  @Override
  public void unflatten(float[] flat, int offset, float[] out, int outOffset) {
    out[outOffset] = start + Masks.largest(flat, offset, n);
  }

  @Override
  public Box flat() {
    return Box.of(0, 1, n);
  }

  @Override
  public String toJson() {
    return "{\"type\":\"Discrete\",\"n\":" + n + ",\"start\":" + start + "}";
  }
}
