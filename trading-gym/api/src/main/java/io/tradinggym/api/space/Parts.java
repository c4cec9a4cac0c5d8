package io.tradinggym.api.space;

import io.tradinggym.api.random.RandomStream;
import java.util.List;

/** Spaces laid one after the other: what {@link TupleSpace} and {@link DictSpace} share. */
final class Parts {
  private final Space[] spaces;
  private final int[] offsets;
  private final int[] maskOffsets;
  private final int[] flatOffsets;
  final int size;
  final int maskSize;
  final int flatSize;

  Parts(List<? extends Space> list) {
    if (list.isEmpty()) {
      throw new IllegalArgumentException("a space of parts needs at least one part");
    }
    spaces = list.toArray(Space[]::new);
    offsets = new int[spaces.length];
    maskOffsets = new int[spaces.length];
    flatOffsets = new int[spaces.length];
    int at = 0;
    int maskAt = 0;
    int flatAt = 0;
    for (int i = 0; i < spaces.length; i++) {
      offsets[i] = at;
      maskOffsets[i] = maskAt;
      flatOffsets[i] = flatAt;
      at = Math.addExact(at, spaces[i].size());
      maskAt = Math.addExact(maskAt, spaces[i].maskSize());
      flatAt = Math.addExact(flatAt, spaces[i].flatSize());
    }
    size = at;
    maskSize = maskAt;
    flatSize = flatAt;
  }

  Space get(int i) {
    return spaces[i];
  }

  int offset(int i) {
    return offsets[i];
  }

  int maskOffset(int i) {
    return maskOffsets[i];
  }

  int flatOffset(int i) {
    return flatOffsets[i];
  }

  void sample(RandomStream random, boolean[] mask, int maskOffset, float[] out, int offset) {
    for (int i = 0; i < spaces.length; i++) {
      spaces[i].sample(random, mask, maskOffset + maskOffsets[i], out, offset + offsets[i]);
    }
  }

  boolean contains(float[] element, int offset) {
    for (int i = 0; i < spaces.length; i++) {
      if (!spaces[i].contains(element, offset + offsets[i])) {
        return false;
      }
    }
    return true;
  }

  boolean accepts(float[] action, int offset) {
    for (int i = 0; i < spaces.length; i++) {
      if (!spaces[i].accepts(action, offset + offsets[i])) {
        return false;
      }
    }
    return true;
  }

  boolean leavesChoice(boolean[] mask, int offset) {
    for (int i = 0; i < spaces.length; i++) {
      if (!spaces[i].leavesChoice(mask, offset + maskOffsets[i])) {
        return false;
      }
    }
    return true;
  }

  boolean allows(boolean[] mask, int maskOffset, float[] element, int offset) {
    for (int i = 0; i < spaces.length; i++) {
      if (!spaces[i].allows(mask, maskOffset + maskOffsets[i], element, offset + offsets[i])) {
        return false;
      }
    }
    return true;
  }

  void flatten(float[] element, int offset, float[] out, int outOffset) {
    for (int i = 0; i < spaces.length; i++) {
      spaces[i].flatten(element, offset + offsets[i], out, outOffset + flatOffsets[i]);
    }
  }

  void unflatten(float[] flat, int offset, float[] out, int outOffset) {
    for (int i = 0; i < spaces.length; i++) {
      spaces[i].unflatten(flat, offset + flatOffsets[i], out, outOffset + offsets[i]);
    }
  }

  Box flat() {
    float[] low = new float[flatSize];
    float[] high = new float[flatSize];
    for (int i = 0; i < spaces.length; i++) {
      Box box = spaces[i].flat();
      for (int k = 0; k < box.size(); k++) {
        low[flatOffsets[i] + k] = box.low(k);
        high[flatOffsets[i] + k] = box.high(k);
      }
    }
    return Box.of(low, high);
  }
}
