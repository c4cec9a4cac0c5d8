package io.tradinggym.trading.trace;

import java.util.Arrays;

/**
 * Rows of whole numbers, in columns. They grow by doubling, and are kept when cleared: after the first episodes nothing
 * is made.
 */
final class Rows {
  /** Rows that there is room for once there is one: lanes that nobody looks at are many. */
  private static final int FIRST = 16;

  private static final long[] NONE = {};

  private final long[][] columns;
  private int size;

  Rows(int columns) {
    this.columns = new long[columns][];
    Arrays.fill(this.columns, NONE);
  }

  /** Makes room for so many rows. */
  void room(int rows) {
    if (rows > columns[0].length) {
      grow(rows);
    }
  }

  private void grow(int rows) {
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
    if (size == columns[0].length) {
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
