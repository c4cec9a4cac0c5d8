package io.tradinggym.agents.nn.optimizer;

import io.tradinggym.agents.nn.ParameterLayout;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.api.Resumable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Steps of an optimiser down the gradient of minibatches: in shards (the same bits on any number of threads), clipped,
 * and guarded against NaN.
 */
public final class Descent implements Resumable, AutoCloseable {
  private final ParameterLayout layout;
  private final float[] params;
  private final Optimizer optimizer;
  private final double maxNorm;
  private final float[] gradient;
  private final ShardedGradient sharded;
  private long updates;
  private double norm;

  /**
   * The first step is still to come.
   *
   * @param layout names and places of the parameters
   * @param params changed in place
   * @param optimizer what takes the steps
   * @param maxNorm norm that gradients are clipped to, &gt; 0; infinite = not clipped
   * @param sums figures that the task adds up beside the gradient; if one is not finite, the step is refused
   * @param threads threads that may help, &gt;= 1; the result is the same for any number
   */
  public Descent(
      ParameterLayout layout,
      float[] params,
      Optimizer optimizer,
      double maxNorm,
      int sums,
      int threads) {
    this.layout = layout;
    this.params = params;
    this.optimizer = optimizer;
    this.maxNorm = maxNorm;
    gradient = new float[params.length];
    sharded = new ShardedGradient(Kernels.fastest(), params.length, sums, threads);
  }

  /** {@return the number of workers: a task needs one workspace for each} */
  public int workers() {
    return sharded.workers();
  }

  /**
   * Takes a step.
   *
   * @param rows of the minibatch, &gt;= 1
   * @param task adds the loss's gradient and figures of a shard's rows
   * @param learningRate of this step, &gt; 0
   * @return the sums over these rows; overwritten by the next step
   * @throws ArithmeticException if a sum or the gradient is not finite; the parameters are then unchanged
   */
  public double[] step(int rows, ShardedGradient.Task task, double learningRate) {
    return step(rows, 1, task, learningRate);
  }

  /**
   * {@return the sums of a step over pieces of rows that must stay together, as {@link #step(int,
   * ShardedGradient.Task, double)}}
   *
   * @param rows of the minibatch, &gt;= 1
   * @param piece rows of a piece, &gt;= 1; divides {@code rows}
   * @param task adds the loss's gradient and figures of a shard's rows
   * @param learningRate of this step, &gt; 0
   */
  public double[] step(int rows, int piece, ShardedGradient.Task task, double learningRate) {
    Arrays.fill(gradient, 0);
    double[] sums = sharded.accumulate(rows, piece, gradient, task);
    norm = Gradients.clip(Kernels.fastest(), gradient, maxNorm);
    requireFinite(sums);
    optimizer.step(params, gradient, learningRate);
    updates++;
    return sums;
  }

  private void requireFinite(double[] sums) {
    double total = 0;
    for (double sum : sums) {
      total += sum;
    }
    if (!Double.isFinite(total) || !Double.isFinite(norm)) {
      layout.requireFinite(gradient, "gradient at update " + updates);
      throw new ArithmeticException(
          "loss at update " + updates + " is " + total + "; check rewards and observations");
    }
  }

  /** {@return the euclidean norm of the last gradient, before it was clipped} */
  public double norm() {
    return norm;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(updates);
    optimizer.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    updates = in.readLong();
    optimizer.load(in);
  }

  @Override
  public void close() {
    sharded.close();
  }
}
