package io.tradinggym.api.space;

import io.tradinggym.api.random.RandomStream;

/**
 * A set of values. An element is {@link #size} floats at an offset of an array: a Box its numbers, a Discrete its
 * choice as a whole number, a Tuple or Dict its parts one after the other.
 *
 * <p>A <em>mask</em> is {@link #maskSize} booleans, true = allowed: one per choice of each Discrete part, none for a
 * Box.
 *
 * <p>Two spaces are equal when they hold the same elements in the same layout; {@link #toJson} and {@link #fromJson}
 * are inverse to one another.
 */
public sealed interface Space
    permits Box, Discrete, MultiDiscrete, MultiBinary, TupleSpace, DictSpace {
  /** Floats of one element. */
  int size();

  /** Booleans of one mask; 0 when nothing can be masked. */
  int maskSize();

  /** Floats of one element in {@linkplain #flatten flat} (one-hot) form. */
  int flatSize();

  /** Writes a random element. */
  default void sample(RandomStream random, float[] out, int offset) {
    sample(random, Masks.NONE, 0, out, offset);
  }

  /**
   * Writes a random element that the mask allows.
   *
   * @param mask an empty array allows everything
   * @throws IllegalArgumentException if the mask leaves no choice
   */
  void sample(RandomStream random, boolean[] mask, int maskOffset, float[] out, int offset);

  /** A random element in an array of its own. */
  default float[] sample(RandomStream random) {
    return sample(random, Masks.NONE);
  }

  /** A random element that the mask allows, in an array of its own; an empty mask allows everything. */
  default float[] sample(RandomStream random, boolean[] mask) {
    float[] element = new float[size()];
    sample(random, mask, 0, element, 0);
    return element;
  }

  /** Whether the array holds an element of this space at the offset. */
  boolean contains(float[] element, int offset);

  /**
   * Whether what the array holds at the offset can be taken as an action: every choice is one of its space, and no
   * number is NaN. Numbers of a Box may lie outside its bounds, for the law may clip them.
   */
  boolean accepts(float[] action, int offset);

  /** Index of the first of {@code count} actions in a row that is not {@link #accepts accepted}; else count. */
  default int firstRefused(float[] actions, int from, int count) {
    for (int i = from; i < count; i++) {
      if (!accepts(actions, i * size())) {
        return i;
      }
    }
    return count;
  }

  /** Whether the whole array is an element of this space. */
  default boolean contains(float[] element) {
    return element.length == size() && contains(element, 0);
  }

  /** Whether the mask leaves at least one choice in every part; true when nothing can be masked. */
  boolean leavesChoice(boolean[] mask, int offset);

  /** Whether the mask allows an element of this space. */
  boolean allows(boolean[] mask, int maskOffset, float[] element, int offset);

  /** Writes the element with every choice as a one-hot vector: what a network reads. */
  void flatten(float[] element, int offset, float[] out, int outOffset);

  /** The inverse of {@link #flatten}; the largest entry of a one-hot block wins. */
  void unflatten(float[] flat, int offset, float[] out, int outOffset);

  /** The space that flattened elements lie in: bounds of the numbers, 0 and 1 for choices. */
  Box flat();

  /** The space as JSON on one line, an object with a {@code type}. */
  String toJson();

  /**
   * The space that {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException saying what is wrong and where
   */
  static Space fromJson(String json) {
    return SpaceJson.read(json);
  }
}
