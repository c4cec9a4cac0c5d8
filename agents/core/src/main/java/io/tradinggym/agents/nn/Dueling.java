package io.tradinggym.agents.nn;

import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Joins a state's value and the advantages of n actions, {@code y_a = x_0 + x_(a+1) - mean(x_1 .. x_n)}, which tells the two
 * apart. Both come from the same hidden layers.
 *
 * @param actions n, &gt;= 1
 * @see <a href="https://arxiv.org/abs/1511.06581">Wang et al. (2016), eq. 9</a>
 */
public record Dueling(int actions) implements Layer {
  @Override
  public int inputs() {
    return actions + 1;
  }

  @Override
  public int outputs() {
    return actions;
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
    for (int row = 0; row < p.rows(); row++) {
      int from = p.xAt() + row * (actions + 1);
      int to = row * actions;
      float mean = sum(p.x(), from + 1) / actions;
      for (int a = 0; a < actions; a++) {
        p.y()[to + a] = p.x()[from] + (p.x()[from + 1 + a] - mean);
      }
    }
  }

  @Override
  public void backward(Pass p) {
    float[] dx = p.dx();
    if (dx == null) {
      return;
    }
    for (int row = 0; row < p.rows(); row++) {
      int from = p.dyAt() + row * actions;
      int to = row * (actions + 1);
      float sum = sum(p.dy(), from);
      dx[to] = sum;
      for (int a = 0; a < actions; a++) {
        dx[to + 1 + a] = p.dy()[from + a] - sum / actions;
      }
    }
  }

  private float sum(float[] values, int at) {
    float sum = 0;
    for (int a = 0; a < actions; a++) {
      sum += values[at + a];
    }
    return sum;
  }
}
