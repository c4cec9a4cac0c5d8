package io.tradinggym.agents.nn;

import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * A dense layer whose outputs are followed by its inputs: {@code y = (x W + b, x)}. Whoever reads the network's outputs
 * then sees the last hidden layer, too.
 *
 * @param dense gives the first outputs
 */
public record Tap(Dense dense) implements Layer {
  @Override
  public int inputs() {
    return dense.inputs();
  }

  @Override
  public int outputs() {
    return dense.outputs() + dense.inputs();
  }

  @Override
  public List<Tensor> tensors() {
    return dense.tensors();
  }

  @Override
  public int scratch(int rows) {
    return dense.scratch(rows);
  }

  @Override
  public void initialise(float[] params, int at, DoubleSupplier gaussian) {
    dense.initialise(params, at, gaussian);
  }

  @Override
  public void forward(Pass p) {
    dense.forward(p, outputs());
    for (int row = 0; row < p.rows(); row++) {
      System.arraycopy(
          p.x(), p.xAt() + row * inputs(), p.y(), row * outputs() + dense.outputs(), inputs());
    }
  }

  @Override
  public void backward(Pass p) {
    dense.backward(p, outputs());
    float[] dx = p.dx();
    if (dx != null) {
      for (int row = 0; row < p.rows(); row++) {
        int from = p.dyAt() + row * outputs() + dense.outputs();
        int to = row * inputs();
        for (int i = 0; i < inputs(); i++) {
          dx[to + i] += p.dy()[from + i];
        }
      }
    }
  }
}
