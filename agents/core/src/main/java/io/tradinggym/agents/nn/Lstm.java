package io.tradinggym.agents.nn;

import io.tradinggym.agents.nn.kernel.Activation;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Long short-term memory: with gates i (take in), f (keep), o (put out) and candidate g,
 *
 * <pre>
 *   (i, f, o, g) = (sigmoid, sigmoid, sigmoid, tanh)(x W + h' U + b)
 *   c = f c' + i g,   h = o tanh c
 * </pre>
 *
 * <p>where h' and c' come from the step before, 0 when an episode begins. The outputs are h; the state of a sequence is
 * h, then c. Backward runs through all steps of the pass and no further (truncated backpropagation through time).
 *
 * <p>W and each gate's U are orthogonal at first; b is 0, but 1 for f, so that a fresh memory keeps what it holds.
 *
 * @param inputs values in an input row, &gt;= 1
 * @param width of h and c, &gt;= 1
 * @see <a href="https://doi.org/10.1162/neco.1997.9.8.1735">Hochreiter and Schmidhuber (1997)</a>
 * @see <a href="https://proceedings.mlr.press/v37/jozefowicz15.html">Jozefowicz et al. (2015), on the bias of f</a>
 */
public record Lstm(int inputs, int width) implements Layer {
  private static final int GATES = 4;

  // The scratch, in blocks of rows x width; gates and dz take four.
  private static final int GATES_AT = 0;
  private static final int H0 = 4;
  private static final int C0 = 5;
  private static final int C = 6;
  private static final int TANH_C = 7;
  private static final int DZ = 8;
  private static final int DH = 12;
  private static final int DC = 13;
  private static final int TRANSPOSED = 14;

  /** Checks the shape. */
  public Lstm {
    Recurrence.requireShape("an LSTM", inputs, width);
  }

  private Recurrence parts() {
    return new Recurrence(inputs, width, GATES * width);
  }

  @Override
  public int outputs() {
    return width;
  }

  @Override
  public int stateSize() {
    return 2 * width;
  }

  @Override
  public List<Tensor> tensors() {
    Recurrence parts = parts();
    return List.of(
        new Tensor("weight", 0, inputs, parts.columns()),
        new Tensor("recurrent", parts.recurrent(), width, parts.columns()),
        new Tensor("bias", parts.bias(), 1, parts.columns()));
  }

  @Override
  public int scratch(int rows) {
    return Math.multiplyExact(TRANSPOSED * width, rows) + parts().transposed();
  }

  @Override
  public void initialise(float[] params, int at, DoubleSupplier gaussian) {
    Recurrence parts = parts();
    parts.initialise(params, at, gaussian);
    int keep = at + parts.bias() + width;
    Arrays.fill(params, keep, keep + width, 1f);
  }

  @Override
  public void forward(Pass p) {
    Recurrence parts = parts();
    Sequences sequences = p.sequences();
    int count = sequences.count();
    int columns = parts.columns();
    int block = p.rows() * width;
    float[] s = p.scratch();
    parts.takeInputs(p, GATES_AT);
    for (int row = 0; row < p.rows(); row += count) {
      int at = row * width;
      int h0 = H0 * block + at;
      int gates = row * columns;
      sequences.recall(row, p.stateAt(), width, p.y(), at - count * width, s, h0);
      sequences.recall(
          row, p.stateAt() + width, width, s, C * block + at - count * width, s, C0 * block + at);
      p.kernels()
          .product(
              p.operands()
                  .shape(count, columns, width)
                  .a(s, h0, width, 1)
                  .b(p.params(), p.at() + parts.recurrent(), columns)
                  .d(s, gates, columns)
                  .c(s, gates, columns));
      for (int i = 0; i < count; i++, at += width, gates += columns) {
        p.kernels().sigmoid(3 * width, s, gates);
        p.kernels().activate(Activation.TANH, width, s, gates + 3 * width, s, gates + 3 * width);
        p.kernels()
            .lstm(width, s, gates, C0 * block + at, C * block + at, TANH_C * block + at, p.y(), at);
      }
    }
    int last = block - count * width;
    sequences.keep(p.stateAt(), width, p.y(), last);
    sequences.keep(p.stateAt() + width, width, s, C * block + last);
  }

  @Override
  public void backward(Pass p) {
    Recurrence parts = parts();
    Sequences sequences = p.sequences();
    int count = sequences.count();
    int columns = parts.columns();
    int block = p.rows() * width;
    int transposed = TRANSPOSED * block;
    float[] s = p.scratch();
    parts.transposeRecurrent(p, transposed);
    Arrays.fill(s, DH * block, DH * block + count * width, 0f);
    Arrays.fill(s, DC * block, DC * block + count * width, 0f);
    for (int row = p.rows() - count; row >= 0; row -= count) {
      for (int i = 0; i < count; i++) {
        int at = (row + i) * width;
        p.kernels()
            .lstmGradient(
                width,
                s,
                (row + i) * columns,
                C0 * block + at,
                TANH_C * block + at,
                DH * block + i * width,
                DC * block + i * width,
                DZ * block + (row + i) * columns,
                p.dy(),
                p.dyAt() + at);
      }
      if (row > 0) {
        Arrays.fill(s, DH * block, DH * block + count * width, 0f);
        p.kernels()
            .product(
                p.operands()
                    .shape(count, width, columns)
                    .a(s, DZ * block + row * columns, columns, 1)
                    .b(s, transposed, width)
                    .d(s, DH * block, width)
                    .c(s, DH * block, width));
        sequences.cut(row, width, s, DH * block);
        sequences.cut(row, width, s, DC * block);
      }
    }
    float[] gradient = p.gradient();
    if (gradient != null) {
      int u = p.at() + parts.recurrent();
      p.kernels()
          .product(
              p.operands()
                  .shape(width, columns, p.rows())
                  .a(s, H0 * block, 1, width)
                  .b(s, DZ * block, columns)
                  .d(gradient, u, columns)
                  .c(gradient, u, columns));
    }
    parts.inputGradients(p, DZ * block, transposed);
  }
}
