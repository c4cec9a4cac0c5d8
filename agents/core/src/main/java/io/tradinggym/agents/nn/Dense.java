package io.tradinggym.agents.nn;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Fully connected layer, {@code y = x W + b}, with W of shape inputs x outputs (a row for each input, so that vector
 * lanes span outputs) and b zero at first.
 *
 * @param inputs values in an input row, &gt;= 1
 * @param outputs values in an output row, &gt;= 1
 * @param initializer law of the initial W
 */
public record Dense(int inputs, int outputs, Initializer initializer) implements Layer {
  private static final float[] ONE = {1f};

  /** Floats of a cache line. */
  private static final int LINE = 16;

  /** Checks the shape. */
  public Dense {
    if (inputs < 1 || outputs < 1) {
      throw new IllegalArgumentException(
          "a dense layer needs inputs and outputs >= 1, was " + inputs + ", " + outputs);
    }
  }

  @Override
  public List<Tensor> tensors() {
    return List.of(
        new Tensor("weight", 0, inputs, outputs), new Tensor("bias", inputs * outputs, 1, outputs));
  }

  @Override
  public int parameters() {
    return Math.multiplyExact(inputs + 1, outputs);
  }

  /** Zeros, from which the gradient of the inputs is summed. */
  @Override
  public int scratch(int rows) {
    return inputs;
  }

  @Override
  public void initialise(float[] params, int at, DoubleSupplier gaussian) {
    initializer.fill(params, at, inputs, outputs, gaussian);
    int bias = at + inputs * outputs;
    Arrays.fill(params, bias, bias + outputs, 0f);
  }

  @Override
  public void forward(Pass p) {
    forward(p, outputs);
  }

  /** Forward into rows that are {@code row} long, of which the layer writes the beginning. */
  void forward(Pass p, int row) {
    int bias = p.at() + inputs * outputs;
    p.kernels()
        .product(
            p.operands()
                .shape(p.rows(), outputs, inputs)
                .a(p.x(), p.xAt(), inputs, 1)
                .b(p.params(), p.at(), outputs)
                .d(p.params(), bias, 0)
                .c(p.y(), 0, row));
  }

  @Override
  public void backward(Pass p) {
    backward(p, outputs);
  }

  /** Backward from rows that are {@code row} long, of which the layer reads the beginning. */
  void backward(Pass p, int row) {
    float[] gradient = p.gradient();
    if (gradient != null) {
      int bias = p.at() + inputs * outputs;
      p.kernels()
          .product(
              p.operands()
                  .shape(inputs, outputs, p.rows())
                  .a(p.x(), p.xAt(), 1, inputs)
                  .b(p.dy(), p.dyAt(), row)
                  .d(gradient, p.at(), outputs)
                  .c(gradient, p.at(), outputs));
      p.kernels()
          .product(
              p.operands()
                  .shape(1, outputs, p.rows())
                  .a(ONE, 0, 0, 0)
                  .b(p.dy(), p.dyAt(), row)
                  .d(gradient, bias, outputs)
                  .c(gradient, bias, outputs));
    }
    float[] dx = p.dx();
    if (dx != null) {
      float[] zeros = p.scratch();
      p.kernels()
          .product(
              p.operands()
                  .shape(p.rows(), inputs, outputs)
                  .a(p.dy(), p.dyAt(), row, 1)
                  .b(p.params(), p.at(), 1, outputs)
                  .d(zeros, 0, 0)
                  .c(dx, 0, inputs));
    }
  }

  /** Sixteen rows of W at a time: their columns fill whole cache lines, each written once. */
  static void transpose(float[] w, int at, int inputs, int outputs, float[] to, int toAt) {
    for (int i = 0; i < inputs; i += LINE) {
      int end = Math.min(i + LINE, inputs);
      for (int o = 0; o < outputs; o++) {
        int column = toAt + o * inputs;
        int from = at + o;
        for (int k = i; k < end; k++) {
          to[column + k] = w[from + k * outputs];
        }
      }
    }
  }
}
