package io.tradinggym.explain.memory;

/** The nearest so many rows, a heap with the farthest on top; equal distances by id. Scratch of one search. */
final class Nearest {
  private final float[] distances;
  private final long[] ids;
  private final int[] rows;
  private int size;

  Nearest(int capacity) {
    distances = new float[capacity];
    ids = new long[capacity];
    rows = new int[capacity];
  }

  int size() {
    return size;
  }

  /** Whether a row of this distance would be kept, were its id the smallest. */
  boolean wants(float distance) {
    return distance <= within();
  }

  /** The distance that is just near enough. */
  float within() {
    return size < rows.length ? Float.POSITIVE_INFINITY : distances[0];
  }

  void offer(float distance, long id, int row) {
    if (size < rows.length) {
      int at = size++;
      while (at > 0 && farther(distance, id, (at - 1) / 2)) {
        copy((at - 1) / 2, at);
        at = (at - 1) / 2;
      }
      set(at, distance, id, row);
    } else if (!farther(distance, id, 0)) {
      sink(distance, id, row);
    }
  }

  /** Takes the farthest away. */
  int pop() {
    int row = rows[0];
    size--;
    sink(distances[size], ids[size], rows[size]);
    return row;
  }

  private void sink(float distance, long id, int row) {
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && farther(distances[child + 1], ids[child + 1], child)) {
        child++;
      }
      if (farther(distance, id, child)) {
        break;
      }
      copy(child, at);
      at = child;
    }
    set(at, distance, id, row);
  }

  private boolean farther(float distance, long id, int than) {
    return distance > distances[than] || (distance == distances[than] && id > ids[than]);
  }

  private void copy(int from, int to) {
    set(to, distances[from], ids[from], rows[from]);
  }

  private void set(int at, float distance, long id, int row) {
    distances[at] = distance;
    ids[at] = id;
    rows[at] = row;
  }
}
