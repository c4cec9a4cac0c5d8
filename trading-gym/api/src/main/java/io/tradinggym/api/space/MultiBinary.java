package io.tradinggym.api.space;

import io.tradinggym.api.random.RandomStream;

/**
 * {@code n} switches, each 0 or 1, one float each. The mask says which switches may be 1; 0 is always allowed (as in
 * Gymnasium, where a mask entry of 0 forces the switch off). The flat form is the element itself.
 *
 * @param n number of switches, >= 1
 */
public record MultiBinary(int n) implements Space {
  /** Checks the number. */
  public MultiBinary {
    if (n < 1) {
      throw new IllegalArgumentException("n must be >= 1, was " + n);
    }
  }

  /**
   * {@return a space of so many switches}
   *
   * @param n number of switches, &gt;= 1
   */
  public static MultiBinary of(int n) {
    return new MultiBinary(n);
  }

  @Override
  public int size() {
    return n;
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
    for (int i = 0; i < n; i++) {
      int bit = random.integer(2);
      out[offset + i] = mask.length == 0 || mask[maskOffset + i] ? bit : 0;
    }
  }

  @Override
  public boolean contains(float[] element, int offset) {
    for (int i = 0; i < n; i++) {
      if (!Masks.isChoice(element[offset + i], 0, 2)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean accepts(float[] action, int offset) {
    return contains(action, offset);
  }

  @Override
  public boolean leavesChoice(boolean[] mask, int offset) {
    return true;
  }

  @Override
  public boolean allows(boolean[] mask, int maskOffset, float[] element, int offset) {
    for (int i = 0; i < n; i++) {
      if (element[offset + i] != 0 && !mask[maskOffset + i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void flatten(float[] element, int offset, float[] out, int outOffset) {
    System.arraycopy(element, offset, out, outOffset, n);
  }

  /** The inverse of {@link #flatten}; from 0.5 on a switch is 1. */
  @Override
  public void unflatten(float[] flat, int offset, float[] out, int outOffset) {
    for (int i = 0; i < n; i++) {
      out[outOffset + i] = flat[offset + i] >= 0.5f ? 1 : 0;
    }
  }

  @Override
  public Box flat() {
    return Box.of(0, 1, n);
  }

  @Override
  public String toJson() {
    return "{\"type\":\"MultiBinary\",\"n\":" + n + "}";
  }
}
