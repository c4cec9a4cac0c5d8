package io.tradinggym.agents.nn;

import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Joins a state's value and the advantages of n actions, which tells the two apart: of m numbers each,
 * {@code y_(a,k) = x_(0,k) + x_(a+1,k) - mean(x_(1,k) .. x_(n,k))}. Both come from the same hidden layers.
 *
 * @param actions n, &gt;= 1
 * @param atoms m, numbers of each action, &gt;= 1
 * @see <a href="https://arxiv.org/abs/1511.06581">Wang et al. (2016), eq. 9</a>
 */
public record Dueling(int actions, int atoms) implements Layer {
  /**
   * One number for each action.
   *
   * @param actions number of choices, &gt;= 1
   */
  public Dueling(int actions) {
    this(actions, 1);
  }

  @Override
  public int inputs() {
    return (actions + 1) * atoms;
  }

  @Override
  public int outputs() {
    return actions * atoms;
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
      int from = p.xAt() + row * inputs();
      int to = row * outputs();
      for (int k = 0; k < atoms; k++) {
        float mean = sum(p.x(), from + atoms + k) / actions;
        for (int a = 0; a < actions; a++) {
          p.y()[to + a * atoms + k] = p.x()[from + k] + (p.x()[from + (a + 1) * atoms + k] - mean);
        }
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
      int from = p.dyAt() + row * outputs();
      int to = row * inputs();
      for (int k = 0; k < atoms; k++) {
        float sum = sum(p.dy(), from + k);
        dx[to + k] = sum;
        for (int a = 0; a < actions; a++) {
          dx[to + (a + 1) * atoms + k] = p.dy()[from + a * atoms + k] - sum / actions;
        }
      }
    }
  }

  /** Sum over the actions, of one of their numbers. */
  private float sum(float[] values, int at) {
    float sum = 0;
    for (int a = 0; a < actions; a++) {
      sum += values[at + a * atoms];
    }
    return sum;
  }
}
