package io.tradinggym.agents.nn;

import io.tradinggym.agents.nn.kernel.Activation;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * A layer without parameters that applies an activation to every value.
 *
 * @param inputs values in a row, &gt;= 1
 * @param activation the function
 */
public record Activate(int inputs, Activation activation) implements Layer {
  @Override
  public int outputs() {
    return inputs;
  }

  @Override
  public List<Tensor> tensors() {
    return List.of();
  }

  @Override
  public int scratch(int rows) {
    return 0;
  }

  @Override
  public void initialise(float[] params, int at, DoubleSupplier gaussian) {
    // nothing to draw
  }

  @Override
  public void forward(Pass p) {
    p.kernels().activate(activation, p.rows() * inputs, p.x(), p.xAt(), p.y(), 0);
  }

  @Override
  public void backward(Pass p) {
    float[] dx = p.dx();
    if (dx != null) {
      p.kernels()
          .activationGradient(
              activation, p.rows() * inputs, p.x(), p.xAt(), p.y(), p.dy(), p.dyAt(), dx);
    }
  }
}
