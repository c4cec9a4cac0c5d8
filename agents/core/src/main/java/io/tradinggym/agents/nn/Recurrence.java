package io.tradinggym.agents.nn;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/**
 * What recurrent layers share: gates are columns side by side, {@code z = x W + h' U + b}, with parameters in the order
 * W (inputs x columns), U (width x columns), b.
 *
 * @param inputs values in an input row
 * @param width of what is remembered
 * @param columns of W and U: gates x width
 */
record Recurrence(int inputs, int width, int columns) {
  private static final float[] ONE = {1f};

  static void requireShape(String what, int inputs, int width) {
    if (inputs < 1 || width < 1) {
      throw new IllegalArgumentException(
          what + " needs inputs and width >= 1, was " + inputs + ", " + width);
    }
  }

  /** Where U begins in the layer's slice. */
  int recurrent() {
    return inputs * columns;
  }

  /** Where b begins. */
  int bias() {
    return (inputs + width) * columns;
  }

  /** Floats for the transpose of W or U. */
  int transposed() {
    return columns * Math.max(inputs, width);
  }

  /** W and each gate's U orthogonal, b zero. */
  void initialise(float[] params, int at, DoubleSupplier gaussian) {
    Initializer orthogonal = Initializer.orthogonal(1);
    orthogonal.fill(params, at, inputs, columns, gaussian);
    float[] square = new float[width * width];
    for (int gate = 0; gate * width < columns; gate++) {
      orthogonal.fill(square, 0, width, width, gaussian);
      for (int i = 0; i < width; i++) {
        int to = at + recurrent() + i * columns + gate * width;
        System.arraycopy(square, i * width, params, to, width);
      }
    }
    Arrays.fill(params, at + bias(), at + bias() + columns, 0f);
  }

  /** Writes {@code x W + b} of all rows of a pass to its scratch. */
  void takeInputs(Pass p, int to) {
    p.kernels()
        .product(
            p.operands()
                .shape(p.rows(), columns, inputs)
                .a(p.x(), p.xAt(), inputs, 1)
                .b(p.params(), p.at(), columns)
                .d(p.params(), p.at() + bias(), 0)
                .c(p.scratch(), to, columns));
  }

  /** Writes the transpose of U. */
  void transposeRecurrent(Pass p, int to) {
    Dense.transpose(p.params(), p.at() + recurrent(), width, columns, p.scratch(), to);
  }

  /** Adds the gradients of W and b, and writes that of the inputs, from the slopes dz of all rows. */
  void inputGradients(Pass p, int dz, int transposed) {
    float[] s = p.scratch();
    float[] gradient = p.gradient();
    if (gradient != null) {
      p.kernels()
          .product(
              p.operands()
                  .shape(inputs, columns, p.rows())
                  .a(p.x(), p.xAt(), 1, inputs)
                  .b(s, dz, columns)
                  .d(gradient, p.at(), columns)
                  .c(gradient, p.at(), columns));
      sumRows(p, dz, columns, columns, gradient, p.at() + bias());
    }
    float[] dx = p.dx();
    if (dx != null) {
      Dense.transpose(p.params(), p.at(), inputs, columns, s, transposed);
      Arrays.fill(dx, 0, p.rows() * inputs, 0f);
      p.kernels()
          .product(
              p.operands()
                  .shape(p.rows(), inputs, columns)
                  .a(s, dz, columns, 1)
                  .b(s, transposed, inputs)
                  .d(dx, 0, inputs)
                  .c(dx, 0, inputs));
    }
  }

  /** Adds the rows of a part of the scratch to a bias' gradient. */
  static void sumRows(Pass p, int from, int row, int size, float[] gradient, int at) {
    p.kernels()
        .product(
            p.operands()
                .shape(1, size, p.rows())
                .a(ONE, 0, 0, 0)
                .b(p.scratch(), from, row)
                .d(gradient, at, size)
                .c(gradient, at, size));
  }
}
