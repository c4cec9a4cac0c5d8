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
  /** {@return how many floats an element has} */
  int size();

  /** {@return how many booleans a mask has; 0 when nothing can be masked} */
  int maskSize();

  /** {@return how many floats an element has in {@linkplain #flatten flat} (one-hot) form} */
  int flatSize();

  /**
   * Writes a random element.
   *
   * @param random the stream to draw from
   * @param out receives {@link #size} floats
   * @param offset index of the first float written
   */
  default void sample(RandomStream random, float[] out, int offset) {
    sample(random, Masks.NONE, 0, out, offset);
  }

  /**
   * Writes a random element that the mask allows.
   *
   * @param random the stream to draw from
   * @param mask an empty array allows everything
   * @param maskOffset index of the element's first entry in the mask
   * @param out receives {@link #size} floats
   * @param offset index of the first float written
   * @throws IllegalArgumentException if the mask leaves no choice
   */
  void sample(RandomStream random, boolean[] mask, int maskOffset, float[] out, int offset);

  /**
   * {@return a random element in an array of its own}
   *
   * @param random the stream to draw from
   */
  default float[] sample(RandomStream random) {
    return sample(random, Masks.NONE);
  }

  /**
   * {@return a random element that the mask allows, in an array of its own; an empty mask allows everything}
   *
   * @param random the stream to draw from
   * @param mask true = allowed; an empty array allows everything
   */
  default float[] sample(RandomStream random, boolean[] mask) {
    float[] element = new float[size()];
    sample(random, mask, 0, element, 0);
    return element;
  }

  /**
   * {@return whether the array holds an element of this space at the offset}
   *
   * @param element holds the element from {@code offset}
   * @param offset index of its first float
   */
  boolean contains(float[] element, int offset);

  /**
   * {@return whether what the array holds at the offset can be taken as an action: every choice is one of its space,
   * and no number is NaN} Numbers of a Box may lie outside its bounds, for the law may clip them.
   *
   * @param action holds the action from {@code offset}
   * @param offset index of its first float
   */
  boolean accepts(float[] action, int offset);

  /**
   * {@return the index of the first action from {@code from} on that is not {@link #accepts accepted}; {@code count} if
   * all are}
   *
   * @param actions one after the other, {@link #size} floats each, from index 0
   * @param from index of the first action looked at, counted in actions
   * @param count index of the action after the last, counted in actions
   */
  default int firstRefused(float[] actions, int from, int count) {
    for (int i = from; i < count; i++) {
      if (!accepts(actions, i * size())) {
        return i;
      }
    }
    return count;
  }

  /**
   * {@return whether the whole array is an element of this space}
   *
   * @param element of any length
   */
  default boolean contains(float[] element) {
    return element.length == size() && contains(element, 0);
  }

  /**
   * {@return whether the mask leaves at least one choice in every part; true when nothing can be masked}
   *
   * @param mask true = allowed, {@link #maskSize} entries from {@code offset}
   * @param offset index of its first entry
   */
  boolean leavesChoice(boolean[] mask, int offset);

  /**
   * {@return whether the mask allows an element of this space}
   *
   * @param mask true = allowed, {@link #maskSize} entries from {@code maskOffset}
   * @param maskOffset index of its first entry
   * @param element holds the element from {@code offset}
   * @param offset index of its first float
   */
  boolean allows(boolean[] mask, int maskOffset, float[] element, int offset);

  /**
   * Writes the element with every choice as a one-hot vector: what a network reads.
   *
   * @param element holds the element from {@code offset}
   * @param offset index of its first float
   * @param out receives {@link #flatSize} floats
   * @param outOffset index of the first float written
   */
  void flatten(float[] element, int offset, float[] out, int outOffset);

  /**
   * The inverse of {@link #flatten}; the largest entry of a one-hot block wins.
   *
   * @param flat holds the flat element from {@code offset}
   * @param offset index of its first float
   * @param out receives {@link #size} floats
   * @param outOffset index of the first float written
   */
  void unflatten(float[] flat, int offset, float[] out, int outOffset);

  /** {@return the space that flattened elements lie in: bounds of the numbers, 0 and 1 for choices} */
  Box flat();

  /** {@return the space as JSON on one line, an object with a {@code type}} */
  String toJson();

  /**
   * {@return the space that {@link #toJson} wrote}
   *
   * @param json as {@link #toJson} wrote it
   * @throws IllegalArgumentException saying what is wrong and where
   */
  static Space fromJson(String json) {
    return SpaceJson.read(json);
  }
}
