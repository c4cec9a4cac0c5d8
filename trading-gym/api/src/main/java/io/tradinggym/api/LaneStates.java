package io.tradinggym.api;

import java.util.List;

/** States of several parts, one after the other. */
final class LaneStates implements LaneState {
  private final LaneState[] parts;
  private final int[] begin;
  private final int size;

  LaneStates(List<LaneState> parts) {
    this.parts = parts.toArray(LaneState[]::new);
    begin = new int[this.parts.length];
    int next = 0;
    for (int part = 0; part < begin.length; part++) {
      begin[part] = next;
      next = Math.addExact(next, this.parts[part].size());
    }
    size = next;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void store(long[] row, int at) {
    for (int part = 0; part < parts.length; part++) {
      parts[part].store(row, at + begin[part]);
    }
  }

  @Override
  public void load(long[] row, int at) {
    for (int part = 0; part < parts.length; part++) {
      parts[part].load(row, at + begin[part]);
    }
  }
}
