package io.tradinggym.trading.trace;

import java.util.Arrays;

/**
 * Rows of whole numbers, in columns. They grow by doubling, and are kept when cleared: after the first episodes nothing
 * is made.
 */
final class Rows {
  /** Rows that there is room for once there is one: lanes that nobody looks at are many. */
  private static final int FIRST = 16;

  private static final long[][] NONE = {};

  private final int count;
  private long[][] columns = NONE;
  private int size;

  Rows(int columns) {
    count = columns;
  }

  /** Makes room for so many rows. */
  void room(int rows) {
    if (rows > held()) {
      grow(rows);
    }
  }

  private int held() {
    return columns.length == 0 ? 0 : columns[0].length;
  }

  private void grow(int rows) {
    if (columns.length == 0) {
      columns = new long[count][0];
    }
    for (int column = 0; column < columns.length; column++) {
      columns[column] = Arrays.copyOf(columns[column], rows);
    }
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  /** Adds a row; its numbers are those that stood there before. */
  int add() {
    if (size == held()) {
      grow(Math.max(FIRST, 2 * size));
    }
    return size++;
  }

  void set(int column, int row, long value) {
    columns[column][row] = value;
  }

  long get(int column, int row) {
    if (row >= size) {
      throw new IndexOutOfBoundsException("row " + row + " of " + size);
    }
    return columns[column][row];
  }
}
