package io.tradinggym.agents.nn;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Gated recurrent unit: with gates r (look back), u (keep) and candidate n,
 *
 * <pre>
 *   (r, u) = sigmoid(x W + h' U + b),   q = h' U_n + b_q
 *   n = tanh(x W_n + b_n + r q),        h = n + u (h' - n)
 * </pre>
 *
 * <p>where h' comes from the step before, 0 when an episode begins; the look back is applied after the product with U,
 * as cuDNN and PyTorch do. The outputs and the state of a sequence are h. Cheaper than an {@link Lstm} by a quarter.
 * Backward runs through all steps of the pass and no further (truncated backpropagation through time).
 *
 * <p>W and each gate's U are orthogonal at first, the biases 0.
 *
 * @param inputs values in an input row, &gt;= 1
 * @param width of h, &gt;= 1
 * @see <a href="https://arxiv.org/abs/1406.1078">Cho et al. (2014)</a>
 */
public record Gru(int inputs, int width) implements Layer {
  private static final int GATES = 3;

  // The scratch, in blocks of rows x width; gates and dz take three.
  private static final int Q = 3;
  private static final int H0 = 4;
  private static final int DZ = 5;
  private static final int DQ = 8;
  private static final int DH = 9;
  private static final int TRANSPOSED = 10;

  /** Checks the shape. */
  public Gru {
    Recurrence.requireShape("a GRU", inputs, width);
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
    return width;
  }

  @Override
  public List<Tensor> tensors() {
    Recurrence parts = parts();
    return List.of(
        new Tensor("weight", 0, inputs, parts.columns()),
        new Tensor("recurrent", parts.recurrent(), width, parts.columns()),
        new Tensor("bias", parts.bias(), 1, parts.columns()),
        new Tensor("lookBackBias", parts.bias() + parts.columns(), 1, width));
  }

  @Override
  public int scratch(int rows) {
    return Math.multiplyExact(TRANSPOSED * width, rows) + parts().transposed();
  }

  @Override
  public void initialise(float[] params, int at, DoubleSupplier gaussian) {
    Recurrence parts = parts();
    parts.initialise(params, at, gaussian);
    int lookBack = at + parts.bias() + parts.columns();
    Arrays.fill(params, lookBack, lookBack + width, 0f);
  }

  @Override
  public void forward(Pass p) {
    Recurrence parts = parts();
    Sequences sequences = p.sequences();
    int count = sequences.count();
    int columns = parts.columns();
    int block = p.rows() * width;
    int u = p.at() + parts.recurrent();
    float[] s = p.scratch();
    parts.takeInputs(p, 0);
    for (int row = 0; row < p.rows(); row += count) {
      int at = row * width;
      int h0 = H0 * block + at;
      int gates = row * columns;
      sequences.recall(row, p.stateAt(), width, p.y(), at - count * width, s, h0);
      p.kernels()
          .product(
              p.operands()
                  .shape(count, 2 * width, width)
                  .a(s, h0, width, 1)
                  .b(p.params(), u, columns)
                  .d(s, gates, columns)
                  .c(s, gates, columns));
      p.kernels()
          .product(
              p.operands()
                  .shape(count, width, width)
                  .a(s, h0, width, 1)
                  .b(p.params(), u + 2 * width, columns)
                  .d(p.params(), p.at() + parts.bias() + columns, 0)
                  .c(s, Q * block + at, width));
      for (int i = 0; i < count; i++, at += width, gates += columns) {
        p.kernels().sigmoid(2 * width, s, gates);
        p.kernels().gru(width, s, gates, Q * block + at, H0 * block + at, p.y(), at);
      }
    }
    sequences.keep(p.stateAt(), width, p.y(), block - count * width);
  }

  @Override
  public void backward(Pass p) {
    Recurrence parts = parts();
    Sequences sequences = p.sequences();
    int count = sequences.count();
    int columns = parts.columns();
    int block = p.rows() * width;
    int dz = DZ * block;
    int dh = DH * block;
    int transposed = TRANSPOSED * block;
    float[] s = p.scratch();
    parts.transposeRecurrent(p, transposed);
    Arrays.fill(s, dh, dh + count * width, 0f);
    for (int row = p.rows() - count; row >= 0; row -= count) {
      for (int i = 0; i < count; i++) {
        int at = (row + i) * width;
        p.kernels()
            .gruGradient(
                width,
                s,
                (row + i) * columns,
                Q * block + at,
                H0 * block + at,
                dh + i * width,
                dz + (row + i) * columns,
                DQ * block + at,
                p.dy(),
                p.dyAt() + at);
      }
      if (row > 0) {
        p.kernels()
            .product(
                p.operands()
                    .shape(count, width, 2 * width)
                    .a(s, dz + row * columns, columns, 1)
                    .b(s, transposed, width)
                    .d(s, dh, width)
                    .c(s, dh, width));
        p.kernels()
            .product(
                p.operands()
                    .shape(count, width, width)
                    .a(s, DQ * block + row * width, width, 1)
                    .b(s, transposed + 2 * width * width, width)
                    .d(s, dh, width)
                    .c(s, dh, width));
        sequences.cut(row, width, s, dh);
      }
    }
    float[] gradient = p.gradient();
    if (gradient != null) {
      recurrentGradients(p, parts, block, gradient);
    }
    parts.inputGradients(p, dz, transposed);
  }

  private void recurrentGradients(Pass p, Recurrence parts, int block, float[] gradient) {
    int columns = parts.columns();
    int u = p.at() + parts.recurrent();
    float[] s = p.scratch();
    p.kernels()
        .product(
            p.operands()
                .shape(width, 2 * width, p.rows())
                .a(s, H0 * block, 1, width)
                .b(s, DZ * block, columns)
                .d(gradient, u, columns)
                .c(gradient, u, columns));
    p.kernels()
        .product(
            p.operands()
                .shape(width, width, p.rows())
                .a(s, H0 * block, 1, width)
                .b(s, DQ * block, width)
                .d(gradient, u + 2 * width, columns)
                .c(gradient, u + 2 * width, columns));
    Recurrence.sumRows(p, DQ * block, width, width, gradient, p.at() + parts.bias() + columns);
  }
}
