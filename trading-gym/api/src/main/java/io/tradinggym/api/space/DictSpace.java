package io.tradinggym.api.space;

import io.tradinggym.api.internal.Json;
import io.tradinggym.api.random.RandomStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Named spaces one after the other, in the order in which they were named (not sorted).
 *
 * <pre>{@code
 * DictSpace space = DictSpace.of("window", Box.of(-1, 1, 30, 4)).and("position", Discrete.of(3));
 * float position = element[space.offset("position")];
 * }</pre>
 */
public final class DictSpace implements Space {
  private final Map<String, Space> spaces;
  private final List<String> names;
  private final Parts parts;

  private DictSpace(Map<String, ? extends Space> spaces) {
    this.spaces = Collections.unmodifiableMap(new LinkedHashMap<>(spaces));
    names = List.copyOf(this.spaces.keySet());
    parts = new Parts(new ArrayList<>(this.spaces.values()));
  }

  /**
   * {@return a space of one named part}
   *
   * @param name any text
   * @param space where the part lies
   */
  public static DictSpace of(String name, Space space) {
    return new DictSpace(Map.of(name, space));
  }

  /**
   * {@return a space of these parts, in the map's order of iteration}
   *
   * @param spaces parts by name, in an order that is always the same
   */
  public static DictSpace of(Map<String, ? extends Space> spaces) {
    return new DictSpace(spaces);
  }

  /**
   * {@return this space with one more part at the end}
   *
   * @param name that no part has yet
   * @param space where the part lies
   * @throws IllegalArgumentException if a part has the name
   */
  public DictSpace and(String name, Space space) {
    Map<String, Space> more = new LinkedHashMap<>(spaces);
    if (more.putIfAbsent(name, space) != null) {
      throw new IllegalArgumentException("part \"" + name + "\" is already there");
    }
    return new DictSpace(more);
  }

  /** {@return the names in order} */
  public List<String> names() {
    return names;
  }

  /**
   * {@return the part of a name}
   *
   * @param name of a part
   * @throws IllegalArgumentException naming the parts, if there is none of this name
   */
  public Space get(String name) {
    return parts.get(index(name));
  }

  /**
   * {@return the index of the part's first float in an element}
   *
   * @param name of a part
   * @throws IllegalArgumentException naming the parts, if there is none of this name
   */
  public int offset(String name) {
    return parts.offset(index(name));
  }

  /**
   * {@return the index of the part's first entry in a mask}
   *
   * @param name of a part
   * @throws IllegalArgumentException naming the parts, if there is none of this name
   */
  public int maskOffset(String name) {
    return parts.maskOffset(index(name));
  }

  /**
   * {@return the index of the part's first float in a flat element}
   *
   * @param name of a part
   * @throws IllegalArgumentException naming the parts, if there is none of this name
   */
  public int flatOffset(String name) {
    return parts.flatOffset(index(name));
  }

  private int index(String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("no part \"" + name + "\"; parts: " + names);
    }
    return index;
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
    return "{\"type\":\"Dict\",\"spaces\":"
        + spaces.entrySet().stream()
            .map(part -> Json.quoted(part.getKey()) + ":" + part.getValue().toJson())
            .collect(Collectors.joining(",", "{", "}}"));
  }

  /** The order of parts counts: it is the layout. */
  @Override
  public boolean equals(Object other) {
    return other instanceof DictSpace dict
        && names.equals(dict.names)
        && spaces.equals(dict.spaces);
  }

  @Override
  public int hashCode() {
    return 31 * names.hashCode() + spaces.hashCode();
  }

  @Override
  public String toString() {
    return "Dict" + spaces;
  }
}
