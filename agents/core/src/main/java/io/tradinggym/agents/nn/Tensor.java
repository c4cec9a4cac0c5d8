package io.tradinggym.agents.nn;

/**
 * A named matrix inside a parameter array, row-major from its offset; a vector has one row.
 *
 * @param name such as "weight", or "actor.0.weight" within a layout
 * @param offset index of its first value, &gt;= 0
 * @param rows &gt;= 1
 * @param columns &gt;= 1
 */
public record Tensor(String name, int offset, int rows, int columns) {
  /** Checks the ranges. */
  public Tensor {
    if (offset < 0 || rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "tensor "
              + name
              + " needs offset >= 0, rows and columns >= 1, was "
              + offset
              + ", "
              + rows
              + ", "
              + columns);
    }
    Math.addExact(offset, Math.multiplyExact(rows, columns));
  }

  /** {@return the number of values} */
  public int size() {
    return rows * columns;
  }

  /** The same matrix under another name and further on. */
  Tensor within(String prefix, int shift) {
    return new Tensor(prefix + "." + name, offset + shift, rows, columns);
  }

  /** Name and position of one value, such as "actor.0.weight[3, 17]". */
  String element(int index) {
    int i = index - offset;
    return name + "[" + i / columns + ", " + i % columns + "]";
  }
}
