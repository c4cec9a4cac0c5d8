package io.tradinggym.api.space;

import io.tradinggym.api.random.RandomStream;
import java.util.Arrays;

/**
 * Several independent choices, the {@code i}-th among {@code 0 .. n(i)-1}, one float each. The mask holds the entries
 * of each choice one after the other, and so does the flat form.
 */
public final class MultiDiscrete implements Space {
  private final int[] n;
  private final int total;

  private MultiDiscrete(int[] n) {
    if (n.length == 0) {
      throw new IllegalArgumentException("MultiDiscrete needs at least one choice");
    }
    int sum = 0;
    for (int i = 0; i < n.length; i++) {
      if (n[i] < 1 || n[i] > Discrete.EXACT) {
        throw new IllegalArgumentException("n must be in 1 .. 2^24, was " + n[i] + " at " + i);
      }
      sum = Math.addExact(sum, n[i]);
    }
    this.n = n;
    total = sum;
  }

  /**
   * {@return independent choices with so many possibilities each}
   *
   * @param n possibilities of each choice, 1 .. 2^24; at least one choice
   */
  public static MultiDiscrete of(int... n) {
    return new MultiDiscrete(n.clone());
  }

  /**
   * {@return the number of possibilities of the {@code i}-th choice}
   *
   * @param i from 0, below {@link #size}
   */
  public int n(int i) {
    return n[i];
  }

  @Override
  public int size() {
    return n.length;
  }

  @Override
  public int maskSize() {
    return total;
  }

  @Override
  public int flatSize() {
    return total;
  }

  @Override
  public void sample(RandomStream random, boolean[] mask, int maskOffset, float[] out, int offset) {
    int at = maskOffset;
    for (int i = 0; i < n.length; i++) {
      out[offset + i] = Masks.pick(random, mask, at, n[i]);
      at += n[i];
    }
  }

  @Override
  public boolean contains(float[] element, int offset) {
    for (int i = 0; i < n.length; i++) {
      if (!Masks.isChoice(element[offset + i], 0, n[i])) {
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
    int at = offset;
    for (int choices : n) {
      if (!Masks.any(mask, at, choices)) {
        return false;
      }
      at += choices;
    }
    return true;
  }

  @Override
  public boolean allows(boolean[] mask, int maskOffset, float[] element, int offset) {
    int at = maskOffset;
    for (int i = 0; i < n.length; i++) {
      if (!mask[at + (int) element[offset + i]]) {
        return false;
      }
      at += n[i];
    }
    return true;
  }

  @Override
  public void flatten(float[] element, int offset, float[] out, int outOffset) {
    int at = outOffset;
    for (int i = 0; i < n.length; i++) {
      Masks.oneHot((int) element[offset + i], n[i], out, at);
      at += n[i];
    }
  }

  @Override
  public void unflatten(float[] flat, int offset, float[] out, int outOffset) {
    int at = offset;
    for (int i = 0; i < n.length; i++) {
      out[outOffset + i] = Masks.largest(flat, at, n[i]);
      at += n[i];
    }
  }

  @Override
  public Box flat() {
    return Box.of(0, 1, total);
  }

  @Override
  public String toJson() {
    return "{\"type\":\"MultiDiscrete\",\"n\":" + Arrays.toString(n).replace(" ", "") + "}";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MultiDiscrete multi && Arrays.equals(n, multi.n);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(n);
  }

  @Override
  public String toString() {
    return "MultiDiscrete" + Arrays.toString(n);
  }
}
