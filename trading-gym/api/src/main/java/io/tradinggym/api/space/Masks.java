package io.tradinggym.api.space;

import io.tradinggym.api.random.RandomStream;

/** What the spaces of choices share. */
final class Masks {
  static final boolean[] NONE = new boolean[0];

  private Masks() {}

  /** One of n choices that the mask allows, each with the same chance; an empty mask allows all. */
  static int pick(RandomStream random, boolean[] mask, int offset, int n) {
    if (mask.length == 0) {
      return random.integer(n);
    }
    int allowed = 0;
    for (int i = 0; i < n; i++) {
      if (mask[offset + i]) {
        allowed++;
      }
    }
    if (allowed == 0) {
      throw new IllegalArgumentException(
          "the mask forbids all " + n + " choices; at least one must be allowed");
    }
    int k = random.integer(allowed);
    for (int i = 0; ; i++) {
      if (mask[offset + i] && k-- == 0) {
        return i;
      }
    }
  }

  static boolean any(boolean[] mask, int offset, int n) {
    for (int i = 0; i < n; i++) {
      if (mask[offset + i]) {
        return true;
      }
    }
    return false;
  }

  /** Whether a value is a whole number of low .. low+n-1. */
  static boolean isChoice(float value, int low, int n) {
    int choice = (int) value;
    return choice == value && Integer.compareUnsigned(choice - low, n) < 0;
  }

  static void oneHot(int index, int n, float[] out, int offset) {
    for (int i = 0; i < n; i++) {
      out[offset + i] = i == index ? 1 : 0;
    }
  }

  static int largest(float[] values, int offset, int n) {
    int best = 0;
    for (int i = 1; i < n; i++) {
      if (values[offset + i] > values[offset + best]) {
        best = i;
      }
    }
    return best;
  }
}
