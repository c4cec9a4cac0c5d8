package io.tradinggym.api.space;

import io.tradinggym.api.random.RandomStream;
import java.util.List;
import java.util.stream.Collectors;

/** Spaces one after the other, found by position; elements, masks and flat forms are laid out in that order. */
public final class TupleSpace implements Space {
  private final List<Space> spaces;
  private final Parts parts;

  private TupleSpace(List<? extends Space> spaces) {
    this.spaces = List.copyOf(spaces);
    parts = new Parts(this.spaces);
  }

  /**
   * {@return a space of these parts in this order}
   *
   * @param spaces any number
   */
  public static TupleSpace of(Space... spaces) {
    return new TupleSpace(List.of(spaces));
  }

  /**
   * {@return a space of these parts in this order}
   *
   * @param spaces any number
   */
  public static TupleSpace of(List<? extends Space> spaces) {
    return new TupleSpace(spaces);
  }

  /** {@return the parts, in order} */
  public List<Space> spaces() {
    return spaces;
  }

  /**
   * {@return the {@code i}-th part}
   *
   * @param i from 0
   */
  public Space get(int i) {
    return parts.get(i);
  }

  /**
   * {@return the index of the {@code i}-th part's first float in an element}
   *
   * @param i index from 0
   */
  public int offset(int i) {
    return parts.offset(i);
  }

  /**
   * {@return the index of the {@code i}-th part's first entry in a mask}
   *
   * @param i index from 0
   */
  public int maskOffset(int i) {
    return parts.maskOffset(i);
  }

  /**
   * {@return the index of the {@code i}-th part's first float in a flat element}
   *
   * @param i index from 0
   */
  public int flatOffset(int i) {
    return parts.flatOffset(i);
  }

  @Override
  public int size() {
    return parts.size;
  }

  @Override
  public int maskSize() {
    return parts.maskSize;
  }

  @Override
  public int flatSize() {
    return parts.flatSize;
  }

  @Override
  public void sample(RandomStream random, boolean[] mask, int maskOffset, float[] out, int offset) {
    parts.sample(random, mask, maskOffset, out, offset);
  }

  @Override
  public boolean contains(float[] element, int offset) {
    return parts.contains(element, offset);
  }

  @Override
  public boolean accepts(float[] action, int offset) {
    return parts.accepts(action, offset);
  }

  @Override
  public boolean leavesChoice(boolean[] mask, int offset) {
    return parts.leavesChoice(mask, offset);
  }

  @Override
  public boolean allows(boolean[] mask, int maskOffset, float[] element, int offset) {
    return parts.allows(mask, maskOffset, element, offset);
  }

  @Override
  public void flatten(float[] element, int offset, float[] out, int outOffset) {
    parts.flatten(element, offset, out, outOffset);
  }

  @Override
  public void unflatten(float[] flat, int offset, float[] out, int outOffset) {
    parts.unflatten(flat, offset, out, outOffset);
  }

  @Override
  public Box flat() {
    return parts.flat();
  }

  @Override
  public String toJson() {
    return "{\"type\":\"Tuple\",\"spaces\":"
        + spaces.stream().map(Space::toJson).collect(Collectors.joining(",", "[", "]}"));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TupleSpace tuple && spaces.equals(tuple.spaces);
  }

  @Override
  public int hashCode() {
    return spaces.hashCode();
  }

  @Override
  public String toString() {
    return "Tuple" + spaces;
  }
}
